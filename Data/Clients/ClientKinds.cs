namespace StaffDashboard.Data.Clients;

static class ClientKinds
{
    /// <summary>As lists have it, in English and German.</summary>
    public static ClientKind? Read(string text) =>
        text.ToLowerInvariant() switch
        {
            "" or "firma" or "unternehmen" or "business" => ClientKind.Company,
            "private" or "privat" or "privatperson" or "person" => ClientKind.Person,
            _ => null,
        };
}
