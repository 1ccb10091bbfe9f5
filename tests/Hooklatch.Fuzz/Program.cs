using Hooklatch.Fuzz;
using SharpFuzz;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

switch (args)
{
    // What ./run starts under afl-fuzz. Without it, one input from the standard input.
    case ["fuzz", PlantedBug.Name]:
        Fuzzer.Run(PlantedBug.Check);
        return 0;

    case ["fuzz", var name]:
        Fuzzer.Run(stream => FuzzTarget.Named(name).Check(stream));
        return 0;

    case ["replay", var name, .. var files]:
        foreach (var file in files)
        {
            Console.WriteLine(file);
            FuzzTarget.Named(name).Check(File.ReadAllBytes(file));
        }
        return 0;

    // The rest is what xunit's own entry point does.
    case var _ when args.Contains("--server"):
        return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);

    default:
        return await ConsoleRunner.Run(args);
}
