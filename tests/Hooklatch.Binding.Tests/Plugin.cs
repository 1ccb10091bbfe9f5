[assembly: Plugin("test", "binding", Name = "Everything that can be bound")]
