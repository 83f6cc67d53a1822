namespace StaffDashboard.Web.Messaging;

public sealed record MailSettings(
    string Host,
    int Port,
    string? User,
    string? Password,
    string From,
    bool StartTls
);
