namespace Hooklatch.Generators.Tests.Architecture;

/// <summary>Rooms have floors: a room uses only rooms below it, so that no two of them use each other.</summary>
public sealed class FloorTests
{
    [Theory]
    [InlineData("src/Hooklatch")]
    [InlineData("generators/Hooklatch.Generators")]
    public void No_room_uses_one_above_it(string project)
    {
        var files = Rooms.FilesOf(Repository.PathOf(project));
        var upward = Floors.Upward(Rooms.ArrowsOf(files, TestContext.Current.CancellationToken), FloorsOf(project));

        Assert.Empty(upward.Select(arrow => arrow.ToString()));
    }

    [Theory]
    [InlineData("src/Hooklatch")]
    [InlineData("generators/Hooklatch.Generators")]
    public void Every_room_has_a_floor_and_every_floor_a_room(string project) =>
        Assert.Equal(
            FloorsOf(project).Order(StringComparer.Ordinal),
            Rooms.FilesOf(Repository.PathOf(project)).Keys.Select(Rooms.RoomOf).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_use_of_a_room_above_is_told_with_its_file_and_line()
    {
        var files = new Dictionary<string, string>
        {
            ["Http/Answer.cs"] = "namespace A.Http;\n\nclass Answer\n{\n    object? Host => A.Hosting.Host.Current;\n}\n",
            ["Hosting/Host.cs"] = "namespace A.Hosting;\n\nclass Host\n{\n    public static A.Http.Answer? Current => null;\n}\n",
        };

        var upward = Floors.Upward(Rooms.ArrowsOf(files, TestContext.Current.CancellationToken), ["Http", "Hosting"]);

        Assert.Equal("Http/Answer.cs:5: Http → Hosting (Host)", upward.Select(arrow => arrow.ToString()).Distinct().Single());
    }

    /// <summary>A member is a use of its type, also where the type is not named.</summary>
    [Fact]
    public void A_member_of_a_type_above_is_a_use_of_it()
    {
        var files = new Dictionary<string, string>
        {
            ["Root.cs"] = "namespace A;\n\nclass Root { public A.Http.Answer Answer => null!; }\n",
            ["Storage/File.cs"] = "namespace A.Storage;\n\nclass File { int Of(A.Root root) => root.Answer.Status; }\n",
            ["Http/Answer.cs"] = "namespace A.Http;\n\nclass Answer { public int Status; }\n",
        };

        var upward = Floors.Upward(Rooms.ArrowsOf(files, TestContext.Current.CancellationToken), ["Storage", "", "Http"]);

        Assert.Contains("Storage/File.cs:3: Storage → Http (Answer)", upward.Select(arrow => arrow.ToString()));
    }

    /// <summary>What is imported and not used misleads whoever reads the first lines of a file.</summary>
    [Fact]
    public void An_import_of_a_room_above_is_a_use_of_it()
    {
        var files = new Dictionary<string, string>
        {
            ["Storage/File.cs"] = "using A.Http;\n\nnamespace A.Storage;\n\nclass File;\n",
            ["Http/Answer.cs"] = "namespace A.Http;\n\nclass Answer;\n",
        };

        var upward = Floors.Upward(Rooms.ArrowsOf(files, TestContext.Current.CancellationToken), ["Storage", "Http"]);

        Assert.Contains("Storage/File.cs:1: Storage → Http (A.Http)", upward.Select(arrow => arrow.ToString()));
    }

    private static string[] FloorsOf(string project) =>
        project.StartsWith("src", StringComparison.Ordinal) ? Floors.Core : Floors.Generator;
}
