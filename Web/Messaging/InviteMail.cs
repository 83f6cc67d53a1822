namespace StaffDashboard.Web.Messaging;

public static class InviteMail
{
    public static Letter To(string email, string office, string inviter, Uri link) =>
        new(
            email,
            $"{inviter} invites you to {office}",
            [
                "Hello,",
                $"{inviter} has made an account for you in {office}, where the office plans its people.",
                "Choose your name and a password to start.",
            ],
            "Accept the invitation",
            link,
            [
                "The link works once and for 48 hours. After that, ask for a new one.",
                "Whoever did not expect this can delete it: without the link nothing happens.",
            ]
        );
}
