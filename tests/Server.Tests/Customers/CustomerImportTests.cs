using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rung.Core.Customers;
using Rung.Core.Guides;
using Rung.Server.Commands;
using Rung.Server.Customers;
using Rung.Server.Desk;
using Rung.Server.Tests.Api;
using Rung.Server.Tests.Commands;
using Rung.Storage;
using Xunit;

namespace Rung.Server.Tests.Customers;

/// <summary>ESS-94: schools come from a file, each row with what became of it.</summary>
public sealed class CustomerImportTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private CustomerImport Import => shared.Desk.Services.GetRequiredService<CustomerImport>();
    private RungDatabase Database => shared.Desk.Services.GetRequiredService<RungDatabase>();

    private Guide Guide =>
        shared.Desk.Services.GetRequiredService<DeskRegister>().TryGet("schools-desk", out var guide) ? guide : null!;

    [Fact]
    public async Task Two_people_of_one_name_in_one_file_are_refused_without_ids_and_are_two_with_them()
    {
        const string File = """
            customer,name,site_code,contact,contact_name,email
            kersal,Kersal School,KER01,,Sam Poole,sam.1@kersal.example.org
            kersal,,,,sam  poole,sam.2@kersal.example.org
            kersal,,,,Sam Poole,sam.1@kersal.example.org
            kersal,,,sam-2,Sam Poole,sam.2@kersal.example.org
            """;
        var looked = await Import.Do(Guide, Sheet(File));

        Assert.Equal([RowFate.New, RowFate.Refused, RowFate.Same, RowFate.New], looked.Rows.Select(row => row.Fate));
        Assert.Contains("line 2 has somebody of this name", looked.Rows[1].Note, StringComparison.Ordinal);
        var school = (await Database.Customers.Find("kersal"))!;
        Assert.Equal(
            ["sam.1@kersal.example.org", "sam.2@kersal.example.org"],
            school.Contacts.Select(one => one.Email).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_school_comes_with_its_site_and_people_and_the_same_file_again_changes_nothing()
    {
        const string File = """
            customer,name,site_code,contract,services,site,site_name,contact_name,phone,roles
            ,Lindow School,LIN01,direct,email dns,,,,,
            ,,LIN01,,,LIN02,Annexe,,,
            ,,LIN01,,,LIN02,,Bursar,01632 960881,site-administrator
            """;
        var looked = await Import.Look(Guide, Sheet(File));
        Assert.Equal([RowFate.New, RowFate.New, RowFate.New], looked.Rows.Select(row => row.Fate));
        Assert.Null(await Database.Customers.Find("lindow-school"));

        await Import.Do(Guide, Sheet(File));

        var school = (await Database.Customers.Find("lindow-school"))!;
        Assert.Equal(["email", "dns"], school.Services);
        Assert.Equal(new Site("LIN02", "Annexe"), Assert.Single(school.Sites));
        var bursar = Assert.Single(school.Contacts);
        Assert.Equal(("bursar", "LIN02", "01632 960881"), (bursar.Id, bursar.Site, bursar.Phone));
        Assert.Equal("lindow-school", Assert.Single(await Database.Customers.Search("schools-desk", "960881", 5)).Id);

        var again = await Import.Do(Guide, Sheet(File));
        Assert.Equal([RowFate.Same, RowFate.Same, RowFate.Same], again.Rows.Select(row => row.Fate));
        Assert.Equivalent(school, await Database.Customers.Find("lindow-school"), strict: true);
    }

    [Fact]
    public async Task What_an_export_says_changes_nothing_when_it_is_imported()
    {
        var school = new Customer("roundtrip", "schools-desk", "=Round, \"trip\"", "RT1")
        {
            Contract = "direct",
            Services = ["email"],
            ReferenceFormat = "RT-*",
            FirstLine = new FirstLineDesk("Own desk", "+44 1632 960882"),
            Sites = [new Site("RT2", "-Annexe", "Mill Lane")],
            Contacts = [new Contact("office", "@Office", null, "o@example.org", ["nominated-person"]) { Site = "RT2" }],
        };
        await Database.Customers.Save(school);

        var plan = await Import.Do(Guide, CustomerSheet.Of(CustomerCsv.Write([school])));

        Assert.All(plan.Rows, row => Assert.Equal((RowFate.Same, ""), (row.Fate, row.Note)));
        Assert.Equivalent(school, await Database.Customers.Find("roundtrip"), strict: true);
    }

    [Theory]
    [InlineData("customer,name,site_code\nBad Id,A,QQ1\n", "is no id")]
    [InlineData("customer,name,site_code\nqq-a,,QQ1\n", "name: It is empty")]
    [InlineData("customer,name,site_code\nqq-a,A,\n", "site_code: It is empty")]
    [InlineData("customer,name,site_code,first_line\nqq-a,A,QQ1,Own desk\n", "first_line_phone: It is empty")]
    [InlineData("customer,name,site_code\nqq-a,A\u202Eb,QQ1\n", "name: It has characters")]
    [InlineData("customer,name,site_code,contract\nqq-a,A,QQ1,gold\n", "contract: There is no gold")]
    [InlineData("customer,name,site_code,left_on\nqq-a,A,QQ1,24/12/2026\n", "is no day such as")]
    [InlineData("customer,name,site_code,contact_name,roles\nqq-a,A,QQ1,B,pope\n", "There is no pope")]
    [InlineData(
        "customer,name,site_code,contact_name,roles\nqq-a,A,QQ1,B,team-leader\n",
        "There is no team-leader here: there are site-administrator, nominated-person, agreed-contact, test-representative, first-line-desk."
    )]
    [InlineData("customer,name,site_code,phone\nqq-a,A,QQ1,01632 960883\n", "nobody can say whose")]
    [InlineData("customer,name,site_code\nqq-a,A,ASH01\n", "has the site code")]
    [InlineData("customer,name,site_code\n,,NOBODY9\n", "no name to make a new one of")]
    [InlineData("customer,name,site_code\nqq-a,A,QQ1,more\n", "more cells than")]
    [InlineData("customer,name,site_code\n,,\n", "it is empty")]
    public async Task A_row_that_cannot_be_is_refused_with_the_reason(string file, string reason)
    {
        var plan = await Import.Do(Guide, Sheet(file));
        var row = Assert.Single(plan.Rows);
        Assert.Equal(RowFate.Refused, row.Fate);
        Assert.Contains(reason, row.Note, StringComparison.Ordinal);
        Assert.Null(await Database.Customers.Find("qq-a"));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_row_is_said_at_once()
    {
        var plan = await Import.Look(
            Guide,
            Sheet("customer,name,site_code,contract,left_on,phone\nqq-a,A,ASH01,gold,24/12/2026,01632 960883\n")
        );
        var note = Assert.Single(plan.Rows).Note;
        foreach (
            var reason in (string[])
                ["is no day such as", "nobody can say whose", "has the site code", "contract: There is no gold"]
        )
        {
            Assert.Contains(reason, note, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_row_that_is_refused_leaves_the_others_and_two_schools_never_get_one_code()
    {
        var plan = await Import.Do(
            Guide,
            Sheet("customer,name,site_code\nww-a,A,WW1\nww-b,B,ww1\nww-c,C,WW3\nww-c,C again,WW3\n")
        );
        Assert.Equal([RowFate.New, RowFate.Refused, RowFate.New, RowFate.New], plan.Rows.Select(row => row.Fate));
        Assert.Equal("C again", (await Database.Customers.Find("ww-c"))!.Name);
        Assert.Null(await Database.Customers.Find("ww-b"));
    }

    [Fact]
    public async Task What_a_row_changes_is_said_with_what_was_there_and_another_name_found_by_a_code_alone_is_doubtful()
    {
        await Database.Customers.Save(
            new Customer("plover", "schools-desk", "Plover School", "PLO01")
            {
                Region = "North",
                Contacts = [new Contact("office", "Office", "01632 960884", null, [])],
            }
        );
        const string File = """
            customer,name,site_code,region,site,site_name,contact_name,phone
            plover,Plover Academy,,South,,,Office,01632 960885
            ,Dotterel School,PLO01,,PLO02,Annexe,Bursar,
            ,,PLO01,West,,,,
            """;

        var plan = await Import.Look(Guide, Sheet(File));

        Assert.Equal(
            [
                (
                    false,
                    "name: Plover School → Plover Academy; region: North → South; phone of Office: 01632 960884 → 01632 960885"
                ),
                (
                    true,
                    "found by its site_code alone, is it the same? name: Plover Academy → Dotterel School; site_name: Annexe is added; contact_name: Bursar is added"
                ),
                (false, "region: South → West"),
            ],
            plan.Rows.Select(row => (row.IsDoubtful, row.Note))
        );
    }

    [Fact]
    public async Task A_thousand_schools_of_one_file_take_seconds()
    {
        var rows = Enumerable.Range(0, 1000).Select(at => $"mm-{at},School {at},MM{at:0000},Office,07700 900{at:000}");
        var file = $"customer,name,site_code,contact_name,phone\n{string.Join('\n', rows)}\n";
        var plan = await Import.Do(Guide, Sheet(file));
        Assert.Equal(1000, plan.Count(RowFate.New));
        Assert.Equal("mm-777", Assert.Single(await Database.Customers.Search("schools-desk", "mm0777", 5)).Id);
    }

    [Fact]
    public async Task Of_the_many_people_of_one_school_each_row_that_is_wrong_is_refused_and_no_other()
    {
        var rows = Enumerable.Range(0, 499).Select(at => $"kestrel,Kestrel School,KES01,KES01,Person {at},");
        var file = $"customer,name,site_code,site,contact_name,roles\n{string.Join('\n', rows)}\n";
        const string More = """
            kestrel,,,KES01,Bursar,pope
            kestrel,,KES09,,,
            kestrel,,,KES07,Bursar,
            kestrel,,,KES01,Bursar,site-administrator
            kestrel,,,KES01,One too many,
            """;

        var plan = await Import.Do(Guide, Sheet(file + More));

        Assert.All(plan.Rows.Take(499), row => Assert.Equal(RowFate.New, row.Fate));
        string[] notes =
        [
            "roles of Bursar: There is no pope here",
            "site of Person 0: The customer has no site with this code.",
            "site of Bursar: The customer has no site with this code.",
            "",
            "contacts: A customer has at most 500 contacts.",
        ];
        Assert.All(
            plan.Rows.Skip(499).Zip(notes),
            one => Assert.StartsWith(one.Second, one.First.Note, StringComparison.Ordinal)
        );
        Assert.Equal(4, plan.Count(RowFate.Refused));
        Assert.Equal(500, (await Database.Customers.Find("kestrel"))!.Contacts.Count);

        var again = await Import.Do(Guide, Sheet(file));
        Assert.Equal(499, again.Count(RowFate.Same));
    }

    // Its contract was taken out of the guide after it was put on file.
    [Fact]
    public async Task A_school_that_the_guide_no_longer_fits_is_as_on_file_until_a_row_changes_it()
    {
        await Database.Customers.Save(new Customer("merlin", "schools-desk", "Merlin", "MER01") { Contract = "gold" });

        var plan = await Import.Do(Guide, Sheet("customer,name\nmerlin,Merlin\nmerlin,Merlin School\n"));

        Assert.Equal([RowFate.Same, RowFate.Refused], plan.Rows.Select(row => row.Fate));
        Assert.StartsWith("contract: There is no gold", plan.Rows[1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_looks_first_and_writes_a_report_of_every_row()
    {
        var folder = Directory.CreateTempSubdirectory("rung-customers-").FullName;
        try
        {
            var (file, report) = (Path.Combine(folder, "schools.csv"), Path.Combine(folder, "rows.csv"));
            await File.WriteAllTextAsync(
                file,
                "customer,name,site_code,shoe_size\nkite,Kite School,KIT01,42\n=bad,X,X1,1\n",
                TestContext.Current.CancellationToken
            );
            var data = Path.Combine(folder, "data");
            Assert.Equal(ExitCode.Environment, (await Run("--data", data, "--desk", "schools-desk")).ExitCode);
            var running = await RunningFolder(data);
            Assert.Contains("leave --data out to ask it", (await Run("--data", data)).Error, StringComparison.Ordinal);
            await running.DisposeAsync();
            foreach (
                var (desk, says) in ((string[], string)[])
                    [([], "several desks"), (["--desk", "nope"], "no desk nope here")]
            )
            {
                var unclear = await Run(["--data", data, .. desk]);
                Assert.Equal(ExitCode.Usage, unclear.ExitCode);
                Assert.Contains(says, unclear.Error, StringComparison.Ordinal);
            }

            var (code, output, error) = await Run("--data", data, "--preview", "--desk", "schools-desk");
            Assert.Equal(ExitCode.Problems, code);
            Assert.Equal(
                "These columns are left alone: shoe_size.\nRows: 1 new, 1 refused. Nothing was imported.\n",
                output
            );
            Assert.StartsWith("line 3: '=bad' is no id", error, StringComparison.Ordinal);

            (_, output, _) = await Run("--data", data, "--desk", "schools-desk", "--report", report);
            Assert.EndsWith("Rows: 1 new, 1 refused.\n", output, StringComparison.Ordinal);
            var lines = await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken);
            Assert.Equal("2,kite,new,", lines[1].TrimEnd('\r'));
            Assert.StartsWith(
                "3,'=bad,refused",
                lines[2].Replace("\"", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );

            (code, output, _) = await Run("--data", data, "--desk", "schools-desk", "--preview");
            Assert.Contains("1 as on file", output, StringComparison.Ordinal);

            // What the documentation says works as it stands there.
            var documented = await File.ReadAllLinesAsync(
                Documents.Path("docs", "customers.md"),
                TestContext.Current.CancellationToken
            );
            foreach (
                var line in documented.Where(line => line.StartsWith("rung import customers", StringComparison.Ordinal))
            )
            {
                string[] words = [.. line.Replace("rows.csv", report, StringComparison.Ordinal).Split(' ').Skip(4)];
                (code, output, _) = await Run(["--data", data, .. words]);
                Assert.Equal(ExitCode.Problems, code);
                Assert.Contains("1 as on file, 1 refused", output, StringComparison.Ordinal);
            }

            Task<(int ExitCode, string Output, string Error)> Run(params string[] more) =>
                RungProgram.Run(["import", "customers", file, .. more]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // An installation that was started once, so that there is one.
    private static async Task<IAsyncDisposable> RunningFolder(string data)
    {
        var app = await Rung.Server.Hosting.RungHost.Build(new Rung.Server.Hosting.RungOptions(data, 0));
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static CustomerSheet Sheet(string text) => CustomerSheet.Of(Encoding.UTF8.GetBytes(text));
}
