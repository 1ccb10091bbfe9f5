using Hook_Project.Host;

App.Build(args).Run();
