namespace StaffDashboard.Tests.Support;

/// <summary>Puts a value where the program lets only the database or the noun itself write.</summary>
static class AsStored
{
    internal static T Put<T>(this T row, string property, object? value)
        where T : class
    {
        var declared = typeof(T).GetProperty(property)!.DeclaringType!;
        declared.GetProperty(property)!.SetValue(row, value);
        return row;
    }
}
