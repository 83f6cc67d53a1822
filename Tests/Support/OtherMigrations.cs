namespace StaffDashboard.Tests.Support;

/// <summary>What a database looks like to this program that was made by a version with other migrations.</summary>
static class OtherMigrations
{
    internal const string Sql = """
        create table "__EFMigrationsHistory" ("MigrationId" varchar(150) primary key, "ProductVersion" varchar(32) not null);
        insert into "__EFMigrationsHistory" values ('20200101000000_House', '10.0.0'), ('20200102000000_Sync', '10.0.0');
        alter table "__EFMigrationsHistory" owner to staffdashboard_owner;
        grant select on "__EFMigrationsHistory" to staffdashboard_app
        """;
}
