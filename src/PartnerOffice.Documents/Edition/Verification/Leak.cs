namespace PartnerOffice.Documents.Edition;

/// <summary>Something in a package that must not leave: where it stands and which rule it breaks, never its words.</summary>
/// <param name="Part">The part's name where it is an allowed one, else "entry n": a name can carry words too.</param>
/// <param name="Place">A place inside the part, counted: "paragraph 12", "element 311".</param>
/// <param name="Code">A stable word for the rule, for example <c>element-not-allowed</c> or <c>hidden-name</c>.</param>
public sealed record Leak(LeakQuestion Question, string Part, string Place, string Code);
