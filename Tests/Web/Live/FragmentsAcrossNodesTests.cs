using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class FragmentsAcrossNodesTests(LiveDatabase database)
    : IClassFixture<LiveDatabase>,
        IAsyncLifetime
{
    LiveNode node = null!;

    public async ValueTask InitializeAsync()
    {
        node = await LiveNode.StartAsync(database.AppConnection);
        await database.ExecuteAsync("truncate notes");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task What_another_node_told_of_is_in_the_answer_of_this_one()
    {
        for (var i = 1; i <= 20; i++)
        {
            await database.ExecuteAsync($"insert into notes values ({i})");

            Assert.Equal($"{i}", await node.NotesAsync(teller: "another"));
        }
    }

    [Fact]
    public async Task What_was_saved_here_is_in_the_next_answer()
    {
        for (var i = 1; i <= 20; i++)
        {
            await database.ExecuteAsync($"insert into notes values ({i})");
            node.Get<Doorbell>().Ring();

            Assert.Equal($"{i}", await node.NotesAsync());
        }
    }
}
