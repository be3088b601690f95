using Microsoft.EntityFrameworkCore;

namespace PartnerOffice.Deliveries;

/// <summary>The ledger's tables. Nothing here is special to one database.</summary>
internal sealed class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options)
{
    /// <summary>Called once when whoever asked for it has done with it.</summary>
    public Action? Left { get; set; }

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<StepRow> Steps => Set<StepRow>();

    public DbSet<HoldRow> Holds => Set<HoldRow>();

    public DbSet<TrackerMarkRow> TrackerMarks => Set<TrackerMarkRow>();

    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();

    public DbSet<BoardConsentRow> BoardConsents => Set<BoardConsentRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<BrakeRow> Brakes => Set<BrakeRow>();

    public DbSet<PersonalLinkRow> PersonalLinks => Set<PersonalLinkRow>();

    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();

    public DbSet<DoorRow> Doors => Set<DoorRow>();

    public DbSet<DoorItemRow> DoorItems => Set<DoorItemRow>();

    public DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();

    public DbSet<MailCountRow> MailCounts => Set<MailCountRow>();

    public DbSet<WorkbookSessionRow> WorkbookSessions => Set<WorkbookSessionRow>();

    public DbSet<MeetingRow> Meetings => Set<MeetingRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<MeetingReplyRow> MeetingReplies => Set<MeetingReplyRow>();

    public DbSet<CalendarLookRow> CalendarLooks => Set<CalendarLookRow>();

    public DbSet<BoardCopyRow> BoardCopies => Set<BoardCopyRow>();

    public DbSet<PassingFileRow> PassingFiles => Set<PassingFileRow>();

    public DbSet<RetreatRow> Retreats => Set<RetreatRow>();

    public DbSet<PollRow> Polls => Set<PollRow>();

    public DbSet<PollAnswerRow> PollAnswers => Set<PollAnswerRow>();

    public override void Dispose()
    {
        base.Dispose();
        Leave();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Leave();
    }

    private void Leave()
    {
        var left = Left;
        Left = null;
        left?.Invoke();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DeliveryRow>(delivery =>
        {
            delivery.ToTable("deliveries");
            delivery.HasKey(row => row.Id);
            delivery.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
            delivery.Property(row => row.Kind).HasConversion<string>().HasMaxLength(16).HasDefaultValue(DeliveryKind.Edition).HasSentinel((DeliveryKind)(-1));
            delivery.Property(row => row.Topic).HasDefaultValue("");
            delivery.Property(row => row.Content).HasDefaultValue("");
            delivery.HasIndex(row => new { row.Partnership, row.Minutes, row.Version, row.From, row.To, row.Kind, row.Topic }).IsUnique();
            delivery.HasMany(row => row.Steps).WithOne().HasForeignKey(step => step.DeliveryId).OnDelete(DeleteBehavior.Cascade);
            delivery.HasMany(row => row.Receipts).WithOne().HasForeignKey(receipt => receipt.DeliveryId).OnDelete(DeleteBehavior.Cascade);
            delivery.HasMany<MailCountRow>().WithOne().HasForeignKey(mail => mail.DeliveryId).OnDelete(DeleteBehavior.Cascade);
        });

        modelBuilder.Entity<StepRow>(step =>
        {
            step.ToTable("steps");
            step.HasKey(row => new { row.DeliveryId, row.Step });
            step.Property(row => row.Step).HasConversion<string>().HasMaxLength(16);
            step.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
            step.Property(row => row.After).HasConversion<string>().HasMaxLength(16);
            step.Property(row => row.Epoch).IsConcurrencyToken();
            step.HasIndex(row => new { row.State, row.NotBefore });
        });

        modelBuilder.Entity<HoldRow>(hold =>
        {
            hold.ToTable("holds");
            hold.HasKey(row => row.Scope);
        });

        modelBuilder.Entity<TrackerMarkRow>(mark =>
        {
            mark.ToTable("tracker_marks");
            mark.HasKey(row => new { row.Workbook, row.Row });
        });

        modelBuilder.Entity<WorkbookSessionRow>(session =>
        {
            session.ToTable("workbook_sessions");
            session.HasKey(row => new { row.Workbook, row.Mark });
        });

        modelBuilder.Entity<ReleaseRow>(release =>
        {
            release.ToTable("releases");
            release.HasKey(row => new { row.Partnership, row.Minutes, row.Version });
            release.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
            release.Property(row => row.Kind).HasConversion<string>().HasMaxLength(32);
            release.Property(row => row.Revision).IsConcurrencyToken();
        });

        modelBuilder.Entity<BoardConsentRow>(consent =>
        {
            consent.ToTable("board_consents");
            consent.HasKey(row => new { row.Partnership, row.Minutes, row.Version, row.Board });
            consent.Property(row => row.Revision).IsConcurrencyToken();
        });

        modelBuilder.Entity<PersonalLinkRow>(link =>
        {
            link.ToTable("personal_links");
            link.HasKey(row => row.Mark);
            link.HasIndex(row => new { row.Action, row.Subject });
        });

        modelBuilder.Entity<ReviewRow>(review =>
        {
            review.ToTable("reviews");
            review.HasKey(row => new { row.Partnership, row.Minutes, row.Round });
            review.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
            review.Property(row => row.Kind).HasConversion<string>().HasMaxLength(32);
            review.Property(row => row.Revision).IsConcurrencyToken();
        });

        modelBuilder.Entity<DoorRow>(door =>
        {
            door.ToTable("doors");
            door.HasKey(row => row.District);
        });

        modelBuilder.Entity<DoorItemRow>(item =>
        {
            item.ToTable("door_items");
            item.HasKey(row => new { row.District, row.Item });
        });

        modelBuilder.Entity<ReceiptRow>(receipt =>
        {
            receipt.ToTable("receipts");
            receipt.HasKey(row => new { row.DeliveryId, row.Board });
            receipt.Property(row => row.Way).HasConversion<string>().HasMaxLength(16);
            receipt.Property(row => row.Trouble).HasConversion<string>().HasMaxLength(16);
            receipt.HasIndex(row => row.LookAt);
        });

        modelBuilder.Entity<MailCountRow>(mail =>
        {
            mail.ToTable("mail_counts");
            mail.HasKey(row => new { row.DeliveryId, row.Receiver });
            mail.HasIndex(row => new { row.Receiver, row.At });
        });

        modelBuilder.Entity<AuditRow>(entry =>
        {
            entry.ToTable("audit");
            entry.HasKey(row => row.Number);
            entry.Property(row => row.Number).ValueGeneratedNever();
        });

        modelBuilder.Entity<MeetingRow>(meeting =>
        {
            meeting.ToTable("meetings");
            meeting.HasKey(row => new { row.Partnership, row.Meeting });
            meeting.Property(row => row.State).HasConversion<string>().HasMaxLength(16);
            meeting.Property(row => row.Kind).HasConversion<string>().HasMaxLength(32);
            meeting.Property(row => row.Revision).IsConcurrencyToken();
        });

        modelBuilder.Entity<InvitationRow>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.HasKey(row => new { row.Partnership, row.Meeting, row.Generation, row.Person, row.Channel });
            invitation.Property(row => row.Channel).HasConversion<string>().HasMaxLength(16);
            invitation.HasIndex(row => row.Delivery);
        });

        modelBuilder.Entity<AnswerRow>(answer =>
        {
            answer.ToTable("answers");
            answer.HasKey(row => new { row.Partnership, row.Meeting, row.Generation, row.Person, row.Way });
            answer.Property(row => row.Way).HasConversion<string>().HasMaxLength(16);
            answer.Property(row => row.Answer).HasConversion<string>().HasMaxLength(16);
        });

        modelBuilder.Entity<MeetingReplyRow>(reply =>
        {
            reply.ToTable("meeting_replies");
            reply.HasKey(row => new { row.Partnership, row.Meeting });
        });

        modelBuilder.Entity<CalendarLookRow>(look =>
        {
            look.ToTable("calendar_looks");
            look.HasKey(row => row.District);
        });

        modelBuilder.Entity<BoardCopyRow>(copy =>
        {
            copy.ToTable("board_copies");
            copy.HasKey(row => row.Key);
            copy.Property(row => row.Scope).HasConversion<string>().HasMaxLength(24);
            copy.HasIndex(row => new { row.Partnership, row.Minutes });
        });

        modelBuilder.Entity<PassingFileRow>(file =>
        {
            file.ToTable("passing_files");
            file.HasKey(row => row.Name);
        });

        modelBuilder.Entity<RetreatRow>(retreat =>
        {
            retreat.ToTable("retreats");
            retreat.HasKey(row => new { row.Partnership, row.Retreat });
            retreat.Property(row => row.Revision).IsConcurrencyToken();
        });

        modelBuilder.Entity<PollRow>(poll =>
        {
            poll.ToTable("polls");
            poll.HasKey(row => new { row.Partnership, row.Poll });
            poll.Property(row => row.Revision).IsConcurrencyToken();
        });

        modelBuilder.Entity<PollAnswerRow>(answer =>
        {
            answer.ToTable("poll_answers");
            answer.HasKey(row => new { row.Partnership, row.Poll, row.Person, row.Day });
            answer.Property(row => row.Answer).HasConversion<string>().HasMaxLength(16);
            answer.Property(row => row.Own).HasConversion<string>().HasMaxLength(16);
        });

        modelBuilder.Entity<BrakeRow>(brake =>
        {
            brake.ToTable("brakes");
            brake.HasKey(row => row.Scope);
        });
    }
}
