namespace StaffDashboard.Web.Access;

static class SafeMethods
{
    /// <summary>It asks for something and changes nothing.</summary>
    internal static bool IsSafe(this HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        || HttpMethods.IsHead(request.Method)
        || HttpMethods.IsOptions(request.Method);
}
