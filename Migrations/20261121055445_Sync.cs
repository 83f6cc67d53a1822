using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StaffDashboard.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Sync : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alarm_rules",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    threshold = table.Column<double>(type: "double precision", nullable: false),
                    window_minutes = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alarm_rules", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "alarm_silences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: true),
                    from = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    until = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alarm_silences", x => x.id);
                    table.CheckConstraint("alarm_silences_forwards", "until > \"from\"");
                }
            );

            migrationBuilder.CreateTable(
                name: "alarms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    value = table.Column<double>(type: "double precision", nullable: false),
                    threshold = table.Column<double>(type: "double precision", nullable: false),
                    calm_since = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    closed_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    acknowledged_by = table.Column<string>(type: "text", nullable: true),
                    acknowledged_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    told_open = table.Column<bool>(type: "boolean", nullable: true),
                    told_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    tellings = table.Column<int>(type: "integer", nullable: false),
                    was_silent = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alarms", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "daily_reports",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    made_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    verdict = table.Column<string>(type: "text", nullable: false),
                    is_all_clear = table.Column<bool>(type: "boolean", nullable: false),
                    figures = table.Column<string>(type: "jsonb", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    html = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_daily_reports", x => x.day);
                }
            );

            migrationBuilder.CreateTable(
                name: "feature_switches",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    people = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feature_switches", x => x.name);
                    table.CheckConstraint("feature_switches_percent", "percent between 0 and 100");
                }
            );

            migrationBuilder.CreateTable(
                name: "job_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    job = table.Column<string>(type: "text", nullable: false),
                    wish = table.Column<string>(type: "text", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ordered_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_orders", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "job_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    job = table.Column<string>(type: "text", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    started_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    ended_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false),
                    ordered_by = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_runs", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    html = table.Column<string>(type: "text", nullable: false),
                    secret_until = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    message_id = table.Column<string>(type: "text", nullable: false),
                    unsubscribe = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    due_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    failed_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    problem = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letters", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "problem_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    comment = table.Column<string>(type: "text", nullable: false),
                    page = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    context = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    seen_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_problem_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_problem_reports_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "report_recipients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    confirmed_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    unsubscribed_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_recipients", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "report_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    send_at = table.Column<TimeOnly>(
                        type: "time without time zone",
                        nullable: false
                    ),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_settings", x => x.id);
                    table.CheckConstraint("report_settings_one", "id = 1");
                }
            );

            migrationBuilder.CreateTable(
                name: "saved_answers",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    status = table.Column<int>(type: "integer", nullable: true),
                    headers = table.Column<string>(type: "jsonb", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_answers", x => new { x.user_id, x.key });
                    table.ForeignKey(
                        name: "fk_saved_answers_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.InsertData(
                table: "report_settings",
                columns: new[] { "id", "is_on", "send_at" },
                values: new object[] { 1, true, new TimeOnly(7, 0, 0) }
            );

            migrationBuilder.CreateIndex(
                name: "ix_alarm_silences_until",
                table: "alarm_silences",
                column: "until"
            );

            migrationBuilder.CreateIndex(
                name: "alarms_open",
                table: "alarms",
                columns: new[] { "rule", "subject" },
                unique: true,
                filter: "closed_at is null"
            );

            migrationBuilder.CreateIndex(
                name: "ix_alarms_opened_at",
                table: "alarms",
                column: "opened_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_job_orders_job_at",
                table: "job_orders",
                columns: new[] { "job", "at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_job_started_at",
                table: "job_runs",
                columns: new[] { "job", "started_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_started_at",
                table: "job_runs",
                column: "started_at"
            );

            migrationBuilder.CreateIndex(name: "ix_letters_at", table: "letters", column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_letters_key",
                table: "letters",
                column: "key",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "letters_waiting",
                table: "letters",
                column: "due_at",
                filter: "sent_at is null and failed_at is null"
            );

            migrationBuilder.CreateIndex(
                name: "ix_problem_reports_at",
                table: "problem_reports",
                column: "at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_problem_reports_user_id_at",
                table: "problem_reports",
                columns: new[] { "user_id", "at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_report_recipients_email",
                table: "report_recipients",
                column: "email",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_saved_answers_at",
                table: "saved_answers",
                column: "at"
            );

            migrationBuilder.SqlFile("answers.sql");
            migrationBuilder.SqlFile("measures.sql");
            migrationBuilder.SqlFile("sync.sql");
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

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "alarm_rules");

            migrationBuilder.DropTable(name: "alarm_silences");

            migrationBuilder.DropTable(name: "alarms");

            migrationBuilder.DropTable(name: "daily_reports");

            migrationBuilder.DropTable(name: "feature_switches");

            migrationBuilder.DropTable(name: "job_orders");

            migrationBuilder.DropTable(name: "job_runs");

            migrationBuilder.DropTable(name: "letters");

            migrationBuilder.DropTable(name: "problem_reports");

            migrationBuilder.DropTable(name: "report_recipients");

            migrationBuilder.DropTable(name: "report_settings");

            migrationBuilder.DropTable(name: "saved_answers");
        }
    }
}
