using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Data.Clients;

sealed class ClientConfiguration : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> client)
    {
        client.IsRecord("clients", Client.MaxName, "search_text(name, phone, contacts)");
        client.IsPhone(c => c.Phone);
        client.IsEmail(c => c.Email);
        client.IsHourlyRate(c => c.HourlyRate);
        client.HasCheck("kind", "kind in ('Company', 'Person')");
        client.HasCheck("contacts", $"cardinality(contacts) <= {ClientContact.Most}");
        client.Property(c => c.Kind).HasConversion<string>();
        client.Property(c => c.PostalAddress).HasMaxLength(Client.MaxAddress);
        client.Property(c => c.InvoiceAddress).HasMaxLength(Client.MaxAddress);
        client.Property(c => c.Notes).HasMaxLength(Client.MaxNotes);
    }
}
