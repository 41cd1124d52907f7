using System.Text;
using NodaTime;
using Rung.Core.Customers;
using Rung.Server.Customers;
using Xunit;

namespace Rung.Server.Tests.Customers;

/// <summary>Files of customers as anybody may send them.</summary>
public class CustomerSheetTests
{
    // Reads at once, whatever it is; nothing but a sentence comes of it.
    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("hello")]
    [InlineData("customer,name\n")]
    [InlineData("name,phone\nA,1\n")]
    [InlineData("customer,customer\na,b\n")]
    [InlineData("customer\0,name\na,b\n")]
    [InlineData("PK\u0003\u0004\0\0\0")]
    public void What_is_no_such_file_is_said_to_be_none(string text)
    {
        var sheet = Read(text);
        Assert.NotNull(sheet.Problem);
        Assert.Empty(sheet.Rows);
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_refused_with_the_line_it_comes_after()
    {
        var huge = new string('x', 10 * 1024 * 1024);
        foreach (var text in (string[])[$"customer,name\na,{huge}\n", $"customer,name\na,\"{huge}\n", huge])
        {
            Assert.Contains("larger than 1 MiB", Read(text).Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_quote_that_is_never_closed_spoils_its_own_row()
    {
        var sheet = Read("customer,name\na,A\nb,\"B\nc,C\n");
        Assert.True(sheet.Problem is not null || sheet.Rows.Single(row => row.IsBroken).Line == 3);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", true)]
    public void Accents_are_read_as_each_of_the_usual_programs_writes_them(string name, bool isWindows)
    {
        var encoding =
            name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes("customer;name\r\nzoe;Zoë’s École\r\n")];
        var sheet = CustomerSheet.Of(content);
        Assert.Equal((null, isWindows), (sheet.Problem, sheet.IsWindows));
        Assert.Equal("Zoë’s École", Assert.Single(sheet.Rows)["name"]);
    }

    [Fact]
    public void Columns_that_nobody_knows_are_named_and_left_alone()
    {
        var sheet = Read("Customer , Headteacher,NAME\na,Somebody,A\n");
        Assert.Equal(["headteacher"], sheet.Unknown);
        Assert.Equal("A", Assert.Single(sheet.Rows)["name"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 1632 960301")]
    [InlineData("-Minus School")]
    [InlineData("@sum")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("＝1+1")]
    [InlineData("\"=1+1")]
    [InlineData("=HYPERLINK(\"https://example.org\";\"x\")")]
    public void S40_No_cell_of_an_export_is_a_formula_and_an_import_reads_what_it_was(string text)
    {
        var customer = new Customer("a", "desk", text, "A1") { Contacts = [new Contact("c", text, text, null, [])] };
        var csv = CustomerCsv.Write([customer]);

        // As a spreadsheet takes the file apart: no cell begins with what begins a formula.
        foreach (var cell in Encoding.UTF8.GetString(csv).Split('\n').SelectMany(line => line.Split(',')))
        {
            Assert.DoesNotMatch("^\"?[=+\\-@\t\r]", cell.TrimEnd('\r'));
        }
        var rows = CustomerSheet.Of(csv).Rows;
        // Space around a cell is no part of it.
        Assert.Equal(text.Trim(), rows[0]["name"]);
        Assert.Equal((text.Trim(), text.Trim()), (rows[1]["contact_name"], rows[1]["phone"]));
    }

    [Fact]
    public void More_cells_than_columns_and_empty_rows_are_marked()
    {
        var sheet = Read("customer,name\na,A,surplus\n,\n");
        Assert.True(sheet.Rows[0].IsLonger);
        Assert.Empty(sheet.Rows[1].Cells);
    }

    [Fact]
    public void A_customer_comes_out_with_all_that_is_on_file()
    {
        var customer = new Customer("trust", "desk", "Trust, \"Hartwell\"", "T1")
        {
            Sites = [new Site("T2", "Lower", "Mill Lane")],
            LeftOn = new LocalDate(2026, 12, 24),
            FirstLine = new FirstLineDesk("Own desk", "01632 960399"),
            Services = ["email", "dns"],
            ReferenceFormat = "CB-*",
            Contacts = [new Contact("office", "Office", null, "office@example.org", ["a", "b"]) { Site = "T2" }],
        };
        var rows = CustomerSheet.Of(CustomerCsv.Write([customer])).Rows;
        Assert.Equal(3, rows.Count);
        Assert.Equal("Trust, \"Hartwell\"", rows[0]["name"]);
        Assert.Equal(["email", "dns"], rows[0].List("services"));
        Assert.Equal(("T2", "Lower", "Mill Lane"), (rows[1]["site"], rows[1]["site_name"], rows[1]["address"]));
        Assert.Equal(("T2", "office", "a b"), (rows[2]["site"], rows[2]["contact"], rows[2]["roles"]));
    }

    private static CustomerSheet Read(string text) => CustomerSheet.Of(Encoding.UTF8.GetBytes(text));
}
