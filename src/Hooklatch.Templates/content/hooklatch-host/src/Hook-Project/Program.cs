using Hook_Project;

App.Build(args).Run();
