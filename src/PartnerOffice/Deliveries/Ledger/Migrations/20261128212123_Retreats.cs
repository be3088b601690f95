using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartnerOffice.Deliveries.Migrations
{
    /// <inheritdoc />
    public partial class Retreats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "poll_answers",
                columns: table => new
                {
                    Partnership = table.Column<string>(type: "TEXT", nullable: false),
                    Poll = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    IsByHand = table.Column<bool>(type: "INTEGER", nullable: false),
                    Own = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_poll_answers", x => new { x.Partnership, x.Poll, x.Person, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "polls",
                columns: table => new
                {
                    Partnership = table.Column<string>(type: "TEXT", nullable: false),
                    Poll = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Host = table.Column<string>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    Dates = table.Column<string>(type: "TEXT", nullable: false),
                    Closes = table.Column<string>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_polls", x => new { x.Partnership, x.Poll });
                });

            migrationBuilder.CreateTable(
                name: "retreats",
                columns: table => new
                {
                    Partnership = table.Column<string>(type: "TEXT", nullable: false),
                    Retreat = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreedHost = table.Column<string>(type: "TEXT", nullable: true),
                    AgreedDay = table.Column<string>(type: "TEXT", nullable: true),
                    AgreedLastDay = table.Column<string>(type: "TEXT", nullable: true),
                    IsWaived = table.Column<bool>(type: "INTEGER", nullable: false),
                    OfferBy = table.Column<string>(type: "TEXT", nullable: true),
                    OfferOn = table.Column<string>(type: "TEXT", nullable: true),
                    OfferHost = table.Column<string>(type: "TEXT", nullable: true),
                    OfferDay = table.Column<string>(type: "TEXT", nullable: true),
                    OfferLastDay = table.Column<string>(type: "TEXT", nullable: true),
                    IsCancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Meeting = table.Column<string>(type: "TEXT", nullable: true),
                    Attended = table.Column<string>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retreats", x => new { x.Partnership, x.Retreat });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "poll_answers");

            migrationBuilder.DropTable(
                name: "polls");

            migrationBuilder.DropTable(
                name: "retreats");
        }
    }
}
