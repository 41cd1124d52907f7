using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rung.Server.Hosting;
using Rung.Server.Hosting.MailServers;

namespace Rung.Server.Commands;

/// <summary><c>rung demo</c>: two desks with three months of cases, on a clock of their own.</summary>
internal static class DemoCommand
{
    private static readonly LocalDateTimePattern[] Moments =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"),
    ];

    private static readonly Option<string?> At = new("--at")
    {
        Description =
            "When the demo begins, on the desk's wall clock; Thursday 24 December 2026, 15:20, when left out.",
        HelpName = "\"2026-12-24 15:20\"",
    };

    private static readonly Option<double> Speed = new("--speed")
    {
        Description = "Seconds of the desk for each second of yours: 60 makes a minute of every second.",
        HelpName = "0-3600",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string> Data = DataOption.Create(
        "Where the demo keeps its database; it begins afresh every time.",
        Path.Combine(Path.GetTempPath(), "rung-demo")
    );

    private static readonly Option<bool> Postgres = new("--postgres")
    {
        Description =
            "Run the demo on a PostgreSQL of its own, which is started for it and goes with it. RUNG_POSTGRES_PROGRAMS names the folder of its programs where they are in none of the usual places.",
    };

    private static readonly Option<bool> WithMail = new("--mail")
    {
        Description =
            "Run the demo with a Postfix and a Dovecot of its own, on this machine only: write to a desk with any mail program and read what is answered.",
    };

    public static Command Create()
    {
        At.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && Moment(text.Value) is null)
            {
                given.AddError($"'{text.Value}' is not a moment between 2000 and 2100 like \"2026-12-24 15:20\".");
            }
        });
        Speed.Validators.Add(given =>
        {
            if (given.Tokens is [var text, ..] && !IsSpeed(text.Value))
            {
                given.AddError($"'{text.Value}' is not a speed from 0 to {DemoOptions.Fastest:N0}.");
            }
        });
        var port = RunServer.PortOption();
        var command = new Command(
            "demo",
            "Open the product with two desks, their guides and three months of invented cases. It listens on this machine only (127.0.0.1 and ::1)."
        )
        {
            At,
            Speed,
            Data,
            Postgres,
            WithMail,
            port,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                await using var mail = parsed.GetValue(WithMail) ? await DemoMailServers.Start() : null;
                await using var postgres = parsed.GetValue(Postgres) ? await DemoPostgres.Start() : null;
                var demo = new DemoOptions(Moment(parsed.GetValue(At)), parsed.GetValue(Speed));
                var options = new RungOptions(Path.GetFullPath(parsed.GetRequiredValue(Data)), parsed.GetValue(port))
                {
                    Demo = demo,
                    Database = postgres?.Database,
                    Smtp = mail?.Smtp,
                    MailboxesOf = mail is null ? null : mail.Mailboxes,
                };
                const string Words =
                    "Demo data, invented throughout; it begins afresh at every start and is served on this machine only";
                var says = postgres is null ? Words : $"{Words}, on {postgres.Database}";
                return await RunServer.Run(
                    options,
                    mail is null ? says : $"{says}.\n{mail.HowTo("office@larkmere.example.org")}",
                    stop
                );
            }
        );
        return command;
    }

    private static bool IsSpeed(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed)
        && speed is >= 0 and <= DemoOptions.Fastest;

    private static LocalDateTime? Moment(string? text)
    {
        foreach (var pattern in text is null ? [] : Moments)
        {
            if (pattern.Parse(text!) is { Success: true, Value: { Year: >= 2000 and <= 2100 } moment })
            {
                return moment;
            }
        }
        return null;
    }
}
