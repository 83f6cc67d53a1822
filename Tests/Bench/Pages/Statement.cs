namespace StaffDashboard.Bench.Pages;

/// <summary>One question as the product asked it, its parameters as text.</summary>
public sealed record Statement(string Sql, string?[] Parameters);

/// <summary>A page as the floor plays it: the same questions, and as many bytes.</summary>
public sealed record Played(string Name, Statement[] Statements, string[] Keys, int Bytes);
