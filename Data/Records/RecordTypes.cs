using StaffDashboard.Data.Clients;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Data.Records;

/// <summary>Every kind of record there is: what the audit log and its pages know, they know from here.</summary>
public static class RecordTypes
{
    public static readonly IReadOnlyList<RecordType> All = [Employee.Type, Client.Type];

    public static RecordType? Of(string table) => All.FirstOrDefault(type => type.Table == table);
}
