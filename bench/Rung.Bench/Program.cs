using Rung.Bench;
using Rung.Bench.Callers;
using Rung.Bench.Clock;
using Rung.Bench.Creating;
using Rung.Bench.Dues;
using Rung.Bench.Fold;
using Rung.Bench.Lists;
using Rung.Bench.Mail;
using Rung.Bench.Product;

(string Name, Func<Report, Sizes, Task> Run)[] chapters =
[
    ("clock", ClockBench.Run),
    ("clock-lines", ClockLinesBench.Run),
    ("fold", FoldBench.Run),
    ("create", CreateBench.Run),
    ("lists", ListsBench.Run),
    ("callers", CallersBench.Run),
    ("dues", DueBench.Run),
    ("standstill", StandstillBench.Run),
    ("mail", MailBench.Run),
    ("product", ProductBench.Run),
];

if (args is [LargeStart.Verb, var folder])
{
    await LargeStart.Serve(folder);
    return 0;
}

var arguments = args.ToList();
var sizes = Sizes.Take(arguments);
if (sizes is null || arguments.Except(chapters.Select(chapter => chapter.Name)).Any())
{
    Console.Error.WriteLine(
        $"usage: dotnet run -c Release --project bench/Rung.Bench -- [{string.Join('|', chapters.Select(chapter => chapter.Name))}] …\n{Sizes.Options}\nAll chapters when none is named.\n'{LargeStart.Verb} FOLDER' serves a desk that --keep kept, at its own date, until its input ends."
    );
    return 2;
}

var report = new Report();
foreach (var (name, run) in chapters)
{
    if (arguments.Count == 0 || arguments.Contains(name))
    {
        await run(report, sizes);
    }
}
report.Sum();
return 0;
