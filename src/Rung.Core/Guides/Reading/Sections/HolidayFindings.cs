using Rung.Core.Guides.Reading.Text;
using Rung.Core.Time;

namespace Rung.Core.Guides.Reading.Sections;

/// <summary>Brings what was found in a holiday file to the line of the guide that uses it.</summary>
internal static class HolidayFindings
{
    public static HolidaySet? Report(Findings findings, HolidayFileResult file, YamlScalar region)
    {
        foreach (var found in file.Findings.Where(found => found.Kind != HolidayFindingKind.Note))
        {
            var isError = found.Kind == HolidayFindingKind.Error;
            findings.Add(
                isError ? ProblemCode.MissingHolidays : ProblemCode.HolidaySurprise,
                region.Place,
                $"`{region.Text}.ics`, line {found.Line}: {found.Message.TrimEnd('.')}",
                isError ? "mend the file" : "check the file against the published list"
            );
        }
        return file.Holidays;
    }
}
