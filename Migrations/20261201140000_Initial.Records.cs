using Microsoft.EntityFrameworkCore.Migrations;

namespace StaffDashboard.Migrations;

// Whose changes are recorded, and under which topics they are announced.
public partial class Initial
{
    static void Record(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Records("employees", "team", "person:{id}", "-name_key", "-worked_key");
        migrationBuilder.Records("clients", "client:{id}", "clients", "-name_key");
        migrationBuilder.Records("work_roles", "work-roles");
        migrationBuilder.Records(
            "users",
            "users",
            "user:{id}",
            "*password_hash",
            "*security_stamp",
            "-concurrency_stamp",
            "-normalized_email",
            "-normalized_user_name",
            "-user_name"
        );
        migrationBuilder.Records("user_settings", "settings:{user_id}", "#user_id");
        migrationBuilder.Records(
            "sessions",
            "sessions:{user_id}",
            "-key_hash",
            "-stamp",
            "-last_seen_at",
            "-expires_at"
        );
        migrationBuilder.Records(
            "imports",
            "import:{id}",
            "~progress",
            "-mapping",
            "-columns",
            "-separator",
            "-new_role_ids"
        );
        migrationBuilder.Records(
            "problem_reports",
            "problems",
            "problems:{user_id}",
            "-context",
            "~seen_at"
        );
        migrationBuilder.Records("alarm_rules", "alarms", "#name");
        migrationBuilder.Records(
            "alarms",
            "alarms",
            "~value",
            "-calm_since",
            "-told_open",
            "~told_at",
            "-tellings"
        );
        migrationBuilder.Records("alarm_silences", "alarms");
        migrationBuilder.Records("job_orders", "jobs");
        migrationBuilder.Records("report_recipients", "reports");
        migrationBuilder.Records("report_settings", "reports");
        migrationBuilder.Records("feature_switches", "switches", "#name");
    }
}
