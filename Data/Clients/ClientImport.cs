using StaffDashboard.Data.Imports;

namespace StaffDashboard.Data.Clients;

/// <summary>How clients come in from a file: the name tells which one a line means.</summary>
public static class ClientImport
{
    public static readonly ImportType<Client> Type = new(
        Client.Type,
        ClientFields.Name,
        new(
            ClientFields.Name,
            Doubled: "Name: line %s has the same name.",
            Taken: "Name: there is a client %s already."
        )
        {
            Several = "Name: several clients are called so. Give each a name of its own first.",
            // As the list and the form compare names: without accents and capitals.
            Compared = sql => $"search_text({sql})",
        }
    )
    {
        Active = "e.archived_at is null and e.erased_at is null",
    };
}
