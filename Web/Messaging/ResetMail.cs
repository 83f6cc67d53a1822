namespace StaffDashboard.Web.Messaging;

public static class ResetMail
{
    public static Letter To(string email, string office, string name, Uri link) =>
        new(
            email,
            $"A new password for {office}",
            [$"Hello {name},", $"a new password was asked for, for your account in {office}."],
            "Choose a new password",
            link,
            [
                "The link works once and for 2 hours. It signs you out everywhere else.",
                "If it was not you who asked, delete this message: your password stays as it is.",
            ]
        );
}
