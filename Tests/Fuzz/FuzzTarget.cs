namespace StaffDashboard.Tests.Fuzz;

/// <summary>An address of the program, and the names of what it reads.</summary>
/// <param name="Route">As it is mapped, such as "team/{id:guid}/history".</param>
/// <param name="Handler">Of a page with several; empty for the only one.</param>
/// <param name="Method">What it is meant to be asked with.</param>
sealed record FuzzTarget(string Route, string Handler, string Method, string[] Names);

/// <summary>A form as a page shows it, with what stands in it.</summary>
sealed record FuzzForm(string Address, (string Name, string Value)[] Fields);
