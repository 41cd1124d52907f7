namespace Rung.Core.Guides.Reading;

/// <summary>
/// The kinds of problem a guide can have. Their text is the name in kebab-case (<see cref="ProblemCodes.Text"/>) and never
/// changes; <c>docs/guide-problems.md</c> explains each.
/// </summary>
public enum ProblemCode
{
#pragma warning disable CS1591 // What each means and how to mend it stands in one place, docs/guide-problems.md.
    // The file.
    NotAFile,
    EmptyFile,
    NotText,
    BadCharacter,
    TooLarge,
    TooDeep,

    // YAML.
    YamlSyntax,
    TabIndent,
    YamlTag,
    YamlAnchor,
    YamlAlias,
    YamlMerge,
    YamlKey,
    SecondDocument,

    // Keys and values.
    UnsupportedLanguage,
    UnknownKey,
    DuplicateKey,
    MissingKey,
    EmptyValue,
    WrongType,
    OneOf,
    UnknownWord,
    BadId,
    BadText,
    BadNumber,
    BadDate,
    BadTime,
    BadLength,
    BadPeriod,
    BadShare,
    BadHours,
    BadDay,
    BadAllowance,
    BadPlaceholder,

    // Names.
    DuplicateId,
    DanglingReference,
    UnknownZone,
    MissingHolidays,
    CalendarCycle,

    // Time that contradicts itself.
    DatesReversed,
    OverlappingHours,
    EmptyHours,
    CutoffOrder,
    MatrixGap,
    LevelOrder,

    // What a careful reader would ask.
    UnreachableRule,
    UnreachableTime,
    UnreachableLevel,
    NeverMet,
    NoRoute,
    NoTarget,
    NoStart,
    AttemptsDoNotFit,
    HolidayYearMissing,
    HolidayYearEnds,
    HolidaySurprise,
    DayLengthsDiffer,
    HoursAndDaysDisagree,
    TextsDisagree,
    TextWithoutDatum,
    ChannelDown,
    RoleVacant,
    AlertsComeBack,
    WrongSide,
    ReservedRole,
    ConditionUnexplained,
    PriorityUnexplained,

    // Parts that are read, checked and shown, and not enforced yet.
    NotEnforced,

    // Scenarios.
    BadMoment,
    MomentOrder,
}
