using Rung.Server.Commands;

return await CommandLine.Run(args);
