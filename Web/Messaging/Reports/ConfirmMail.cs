namespace StaffDashboard.Web.Messaging.Reports;

public static class ConfirmMail
{
    public static Letter To(string email, string office, string asker, Uri link) =>
        new(
            email,
            $"Daily reports from {office}: confirm your address",
            [
                "Hello,",
                $"{asker} wants {office} to send you a report every morning on how well its program runs.",
                "Confirm that you want it. Without that, nothing is sent.",
            ],
            "Confirm this address",
            link,
            ["Whoever did not expect this can delete it."]
        );
}
