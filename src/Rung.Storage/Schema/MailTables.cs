using Microsoft.EntityFrameworkCore;

namespace Rung.Storage.Schema;

internal static class MailTables
{
    public static void Define(ModelBuilder model)
    {
        Outbox(model);
        RawInbound(model);
        Inbound(model);
        Mailboxes(model);
    }

    private static void Outbox(ModelBuilder model) =>
        model
            .Table("outbox")
            .Counted("id")
            .Text("message_key")
            .NumberOrNull("case_id")
            .Text("state")
            .Text("kind")
            .Text("recipient")
            .Text("subject")
            .Text("body")
            .Number("not_before")
            .Number("queued_at")
            .TextOrNull("message_id")
            .NumberOrNull("answers")
            .Number("is_reply")
            .Number("next_at")
            .Number("give_up_at")
            .Number("tries")
            .TextOrNull("lease_owner")
            .NumberOrNull("lease_until")
            .TextOrNull("answer")
            .NumberOrNull("settled_at")
            .TextOrNull("seen_by")
            .TextOrNull("desk")
            .NumberOrNull("encloses")
            .NumberOrNull("goes_with")
            .TextOrNull("sealed")
            .Unique("message_key")
            .Index("outbox_by_case", "case_id", "id")
            .Index("outbox_in_order", "state", "next_at", "id")
            .Index("outbox_by_message", "message_id")
            .Index("outbox_by_recipient", "recipient", "settled_at")
            .BelongsTo("cases", "case_id");

    // What arrived is written once and never again; what became of it is kept apart, so that following it is cheap.
    private static void RawInbound(ModelBuilder model) =>
        model
            .Table("inbound_raw")
            .Counted("id")
            .Text("mailbox")
            .Text("content_hash")
            .Bytes("content")
            .Unique("mailbox", "content_hash");

    private static void Inbound(ModelBuilder model) =>
        model
            .Table("inbound")
            .Number("id")
            .Text("desk")
            .Text("mailbox")
            .TextOrNull("envelope_sender")
            .Number("received_at")
            .Text("state")
            .Number("tries")
            .TextOrNull("lease_owner")
            .NumberOrNull("lease_until")
            .NumberOrNull("case_id")
            .TextOrNull("message_id")
            .TextOrNull("author")
            .TextOrNull("subject")
            .TextOrNull("reason")
            .NumberOrNull("effective_at")
            .NumberOrNull("log_by")
            .NumberOrNull("case_event")
            .TextOrNull("look")
            .TextOrNull("undelivered")
            .TextOrNull("decided_by")
            .NumberOrNull("decided_at")
            .NumberOrNull("copy_number")
            .NumberOrNull("thread")
            .Key("id")
            .Index("inbound_in_order", "state", "received_at", "id")
            .Index("inbound_by_desk", "desk", "state", "log_by", "id")
            .Unique("message_id", "author", "copy_number")
            .Index("inbound_by_case", "case_id", "received_at")
            .Index("inbound_by_thread", "thread")
            .Index("inbound_by_undelivered", "undelivered", "id")
            .BelongsTo("inbound_raw", "id");

    private static void Mailboxes(ModelBuilder model) =>
        model
            .Table("mailboxes")
            .Text("name")
            .NumberOrNull("validity")
            .Text("taken")
            .TextOrNull("lease_owner")
            .NumberOrNull("lease_until")
            .NumberOrNull("read_at")
            .NumberOrNull("renumbered_at")
            .TextOrNull("problem")
            .NumberOrNull("problem_since")
            .Key("name");
}
