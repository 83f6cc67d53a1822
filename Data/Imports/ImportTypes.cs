using StaffDashboard.Data.Clients;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Data.Imports;

/// <summary>Every kind of record that may come in from a file.</summary>
public static class ImportTypes
{
    public static readonly IReadOnlyList<ImportType> All = [EmployeeImport.Type, ClientImport.Type];

    public static readonly IReadOnlyList<string> Tables = [.. All.Select(type => type.Table)];

    public static ImportType Of(Import import) =>
        All.Single(type => type.Table == import.TableName);
}
