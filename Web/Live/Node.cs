using System.Security.Cryptography;

namespace StaffDashboard.Web.Live;

/// <summary>
/// This program, among several on one database. A browser sends back which node told it; when a balancer brings
/// it to another one, that one catches up before it answers, or it would answer with what was true before.
/// </summary>
public sealed class Node
{
    public const string Header = "X-Live-Node";
    public const string VersionHeader = "X-Program-Version";

    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    public string Version { get; init; } = ProgramVersion.Here;
}
