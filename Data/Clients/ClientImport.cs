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
    )
    {
        Active = "e.archived_at is null and e.erased_at is null",
    };
}
