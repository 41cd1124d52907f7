using Rung.Server.Commands;
using Rung.Server.Commands.Mail;

// What a mail server's pipe runs starts without the rest of the program.
return PipedMail.Of(args) is { } mail ? mail.Deliver() : await CommandLine.Run(args);
