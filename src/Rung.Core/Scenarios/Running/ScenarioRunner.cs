using Rung.Core.Cases;
using Rung.Core.Guides;
using Rung.Core.Scenarios.Reading;

namespace Rung.Core.Scenarios.Running;

/// <summary>Runs a scenario in simulated time up to its first step that does not hold. Pure; the same every time.</summary>
public static class ScenarioRunner
{
    /// <summary>Steps that wait for something to be built are left out; a scenario that waits as a whole is not begun.</summary>
    /// <param name="guide">The one it was read against.</param>
    public static ScenarioResult Run(Guide guide, Scenario scenario)
    {
        if (scenario.WaitingFor is { } waits)
        {
            return new ScenarioResult(scenario, null, [waits]);
        }
        var walk = new Walk(new SimulatedDesk(guide, scenario.Start, scenario.Customers));
        for (var index = 0; index < scenario.Steps.Count; index++)
        {
            if (scenario.Steps[index].WaitingFor is null && walk.Take(scenario.Steps[index], index + 1) is { } failure)
            {
                return new ScenarioResult(scenario, failure, []);
            }
        }
        return new ScenarioResult(
            scenario,
            null,
            [.. scenario.Steps.Select(step => step.WaitingFor).OfType<string>().Distinct()]
        );
    }

    private sealed class Walk(SimulatedDesk desk)
    {
        private string? _case;

        public ScenarioFailure? Take(Step step, int number)
        {
            desk.Remember();
            if (!desk.Until(step.At))
            {
                return Stuck(step, number);
            }
            _case = step.Act?.Begins ?? step.Act?.Receives?.Alias ?? step.Case ?? _case;
            var before = desk.Cases.Count;
            var newCase = step.Expect.Select(one => one.NewCase).FirstOrDefault(name => !string.IsNullOrEmpty(name));
            var (refusal, missing) = Act(step, newCase ?? $"case {before + 1}");
            List<Mismatch> wrong = [.. missing, .. Refused(step, refusal), .. Begun(step, desk.Cases.Count - before)];
            foreach (var expected in step.Expect)
            {
                wrong.AddRange(Compare(expected, refusal));
            }
            return wrong.Count == 0
                ? null
                : new ScenarioFailure(number, step.Line, StepText.Of(desk, step, _case), wrong, Explain(step));
        }

        private ScenarioFailure Stuck(Step step, int number)
        {
            var zone = desk.Guide.DeskCalendar.Zone;
            var reached = $"{Shown.At(desk.Now, zone)}, when {desk.MostDues} things had fallen due";
            var wrong = new Mismatch(step.Line, "at", Shown.At(step.At, zone), reached);
            return new ScenarioFailure(number, step.Line, StepText.Of(desk, step, _case), [wrong], Explain(step));
        }

        private (Refusal? Refusal, IReadOnlyList<Mismatch> Missing) Act(Step step, string newCase)
        {
            if (step.Act?.Redirect is { } spoken)
            {
                return (desk.Redirect(spoken, step.By), []);
            }
            if (step.Act?.Receives is { } mail)
            {
                desk.Mails.Receive(desk, mail);
                return (null, []);
            }
            if (step.Act?.Command is not { } make)
            {
                return (null, []);
            }
            var missing = new List<Mismatch>();
            var command = make(alias => Reference(alias, step, missing));
            if (missing.Count > 0)
            {
                return (null, missing);
            }
            if (command is LogCase log)
            {
                return step.Act.Mail is { } alias
                    ? LogMail(step, log, alias)
                    : (desk.Log(log, step.By, step.Act.Begins!), []);
            }
            return desk.Find(_case) is { } one
                ? (desk.Handle(one, command, (step.By, step.Happened), newCase), [])
                : (null, [new Mismatch(step.Line, "case", _case ?? "a case", Observation.NoCase)]);
        }

        private (Refusal? Refusal, IReadOnlyList<Mismatch> Missing) LogMail(Step step, LogCase command, string alias)
        {
            if (desk.Mails.Find(alias) is not { } mail)
            {
                return (null, [new Mismatch(step.Line, "mail", alias, "has not come")]);
            }
            if (mail.Case is { } made)
            {
                return (null, [new Mismatch(step.Line, "mail", "waits to be logged", $"logged already, as {made}")]);
            }
            var refusal = desk.Log(command with { ReceivedAt = mail.ReceivedAt }, step.By, step.Act!.Begins!);
            if (refusal is null)
            {
                mail.BecameCase(step.Act.Begins!, desk.Now);
            }
            return (refusal, []);
        }

        private CaseReference Reference(string alias, Step step, List<Mismatch> missing)
        {
            if (desk.Find(alias) is { } one)
            {
                return one.State.Reference;
            }
            missing.Add(new Mismatch(step.Line, "case", alias, Observation.NoCase));
            return default;
        }

        private static IEnumerable<Mismatch> Refused(Step step, Refusal? refusal) =>
            refusal is null || step.Expect.Any(one => one.All.Any(expected => expected.What == RefusalExpectations.Key))
                ? []
                : [new Mismatch(step.Line, $"do: {step.Act!.Name}", "done", StepText.Of(refusal))];

        private static IEnumerable<Mismatch> Begun(Step step, int begun)
        {
            var wanted = step.Expect.Select(one => one.NewCase).FirstOrDefault(name => name is not null);
            var unexpected = begun - (step.Act?.Begins is null ? 0 : 1);
            return wanted switch
            {
                "" when unexpected > 0 => [new Mismatch(step.Line, "newCase", "none", "a new case")],
                { Length: > 0 } when unexpected < 1 => [new Mismatch(step.Line, "newCase", wanted, "none")],
                _ => [],
            };
        }

        private IEnumerable<Mismatch> Compare(CaseExpectations expected, Refusal? refusal)
        {
            var alias = expected.Case ?? _case;
            var seen = new Observation(desk, alias, refusal);
            return expected
                .All.Select(one => new Mismatch(
                    one.Line,
                    alias == _case ? one.What : $"{alias}: {one.What}",
                    one.Expected,
                    one.Actual(seen)
                ))
                .Where(pair => pair.Actual != pair.Expected);
        }

        private string Explain(Step step)
        {
            var aliases = step.Expect.Select(one => one.Case ?? _case).Append(_case).Distinct();
            return string.Concat(aliases.Select(alias => StepText.Explain(new Observation(desk, alias, null))));
        }
    }
}
