using Rung.Core.Guides.Reading.Text;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>
/// <c>priorityMatrix</c>: a table of two questions' answers, or of the service's class and a question's. Each cell becomes
/// a rule that is asked after the written ones.
/// </summary>
internal sealed class PriorityMatrix(MapReader map, Intake intake, IReadOnlyList<Service> services)
{
    private readonly string _because = map.Text("because", "{row}, {column}");
    private readonly string _cite = map.Cite();

    public IReadOnlyList<PriorityRule> Rules()
    {
        var rows = Axis("rows");
        var columns = Axis("columns");
        var cells = map.Entries("cells", map.Require("cells"));
        ReportGaps(rows, cells, map.PlaceOf("cells"));
        return [.. cells.SelectMany(row => Row(rows, columns, row))];
    }

    private MatrixAxis Axis(string key)
    {
        if (map.Scalar(key, map.Require(key)) is not { } asked)
        {
            return MatrixAxis.Of("", []);
        }
        if (asked.Text == MatrixAxis.ServiceClass)
        {
            return MatrixAxis.OfClasses(services);
        }
        map.Context.Names.Use(NameKind.Question, asked.Text, asked.Place);
        var question = intake.Questions.FirstOrDefault(question => question.Id == asked.Text);
        return MatrixAxis.Of(asked.Text, question?.Options ?? []);
    }

    private IEnumerable<PriorityRule> Row(MatrixAxis rows, MatrixAxis columns, YamlEntry row)
    {
        rows.Use(map.Context.Names, row);
        var cells = map.Entries(row.Key, row.Value);
        ReportGaps(columns, cells, row.Value.Place);
        foreach (var cell in cells)
        {
            columns.Use(map.Context.Names, cell);
            if (map.Scalar(cell.Key, cell.Value) is { } priority)
            {
                map.Context.Names.Use(NameKind.Priority, priority.Text, priority.Place);
                yield return Rule((rows, row), (columns, cell), priority.Text);
            }
        }
    }

    private PriorityRule Rule(
        (MatrixAxis Axis, YamlEntry Entry) row,
        (MatrixAxis Axis, YamlEntry Entry) column,
        string priority
    )
    {
        var when = new When.All([row.Axis.Is(row.Entry.Key), column.Axis.Is(column.Entry.Key)]);
        var because = _because
            .Replace("{row}", row.Axis.Label(row.Entry.Key), StringComparison.Ordinal)
            .Replace("{column}", column.Axis.Label(column.Entry.Key), StringComparison.Ordinal);
        var rule = new PriorityRule($"{row.Entry.Key}-{column.Entry.Key}", when, priority, because, _cite);
        map.Context.Places.Put(rule, (YamlMap)row.Entry.Value);
        return rule;
    }

    private void ReportGaps(MatrixAxis axis, IReadOnlyList<YamlEntry> entries, Place place)
    {
        foreach (var value in axis.Values.Where(value => entries.All(entry => entry.Key != value)))
        {
            map.Context.Findings.Add(
                ProblemCode.MatrixGap,
                place,
                $"the matrix has nothing for {axis.Called(value)}",
                $"add `{value}`"
            );
        }
    }
}

/// <summary>What the rows or the columns of a priority matrix go by.</summary>
/// <param name="Question">Id of the question; empty when they go by the class of the service.</param>
/// <param name="Labels">What a person reads for each value.</param>
internal sealed record MatrixAxis(string Question, IReadOnlyDictionary<string, string> Labels)
{
    public const string ServiceClass = "serviceClass";

    public IEnumerable<string> Values => Labels.Keys;

    public static MatrixAxis Of(string question, IReadOnlyList<Option> options) =>
        new(
            question,
            options.DistinctBy(option => option.Id).ToDictionary(option => option.Id, option => option.Label)
        );

    public static MatrixAxis OfClasses(IReadOnlyList<Service> services) =>
        new(
            "",
            services
                .SelectMany(service => service.Seasons.Select(season => season.Class).Append(service.Class))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(name => name)
        );

    public string Label(string value) => Labels.GetValueOrDefault(value, value);

    public string Called(string value) =>
        Question.Length == 0 ? $"the service class `{value}`" : $"the answer `{value}` to `{Question}`";

    public When Is(string value) =>
        Question.Length == 0 ? new When.Is(Fact.ServiceClass, [value]) : new When.Answered(Question, [value]);

    public void Use(Names names, YamlEntry entry) =>
        names.Use(
            Question.Length == 0 ? NameKind.ServiceClass : NameKind.Option,
            Question.Length == 0 ? entry.Key : $"{Question}/{entry.Key}",
            entry.Place
        );
}
