using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartnerOffice.Deliveries.Migrations
{
    /// <inheritdoc />
    public partial class KeepAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "answers",
                columns: table => new
                {
                    Partnership = table.Column<string>(type: "TEXT", nullable: false),
                    Meeting = table.Column<string>(type: "TEXT", nullable: false),
                    Generation = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    ProposedStart = table.Column<string>(type: "TEXT", nullable: true),
                    ProposedEnd = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answers", x => new { x.Partnership, x.Meeting, x.Generation, x.Person, x.Way });
                });

            migrationBuilder.CreateTable(
                name: "calendar_looks",
                columns: table => new
                {
                    District = table.Column<string>(type: "TEXT", nullable: false),
                    Next = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Month = table.Column<string>(type: "TEXT", nullable: false),
                    ComparedOn = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_looks", x => x.District);
                });

            migrationBuilder.CreateTable(
                name: "meeting_replies",
                columns: table => new
                {
                    Partnership = table.Column<string>(type: "TEXT", nullable: false),
                    Meeting = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<long>(type: "INTEGER", nullable: false),
                    TrackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TrackedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MissingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsDoubled = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsElsewhere = table.Column<bool>(type: "INTEGER", nullable: false),
                    Absent = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting_replies", x => new { x.Partnership, x.Meeting });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answers");

            migrationBuilder.DropTable(
                name: "calendar_looks");

            migrationBuilder.DropTable(
                name: "meeting_replies");
        }
    }
}
