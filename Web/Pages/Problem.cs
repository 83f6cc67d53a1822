namespace StaffDashboard.Web.Pages;

/// <summary>What happened, what was kept, what to do: in a clerk's words.</summary>
public sealed record Problem(int Code, string Title, string Text)
{
    public static Problem Of(int code) =>
        code switch
        {
            400 => new(
                code,
                "That was not accepted",
                "The page may have been open for long. Go back, load it again and repeat."
            ),
            401 => new(code, "You are signed out", "Sign in to go on."),
            403 => new(
                code,
                "Your role does not allow this",
                "Nothing was changed. An Admin of your office can change your role."
            ),
            404 => new(
                code,
                "Nothing is here",
                "The address may be mistyped, or what stood here was removed."
            ),
            409 => new(
                code,
                "Somebody was quicker",
                "What you saved was changed in the meantime. Go back and load the page again to see both."
            ),
            413 => new(
                code,
                "That file is too large",
                "Nothing was stored. Split the file and send the parts one by one."
            ),
            429 => new(code, "Too many requests at once", "Wait a minute, then repeat it."),
            503 => new(
                code,
                "The database cannot be reached",
                "What was saved before is safe; what you sent just now was not saved. This page looks again every ten seconds."
            ),
            >= 400 and < 500 => new(
                code,
                "That was not accepted",
                "Go back, load the page again and repeat."
            ),
            _ => new(
                500,
                "Something broke",
                "What you sent was not saved. It was written down with the reference below; tell it to whoever looks after the program."
            ),
        };
}
