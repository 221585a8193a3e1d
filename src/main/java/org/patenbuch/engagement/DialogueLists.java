package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.patenbuch.privacy.PersonalText;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Cursor;
import org.patenbuch.projections.Moment;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.One;
import org.patenbuch.projections.Page;
import org.springframework.stereotype.Component;

/** Lists meetings, demands, commitments and recognitions in the order of their days, as of any moment of knowledge. */
@Component
public class DialogueLists {
    private final MeetingTable meetings;
    private final DemandTable demands;
    private final CommitmentTable commitments;
    private final RecognitionTable recognitions;
    private final Moments moments;
    private final PersonalText texts;

    DialogueLists(
            MeetingTable meetings,
            DemandTable demands,
            CommitmentTable commitments,
            RecognitionTable recognitions,
            Moments moments,
            PersonalText texts) {
        this.meetings = meetings;
        this.demands = demands;
        this.commitments = commitments;
        this.recognitions = recognitions;
        this.moments = moments;
        this.texts = texts;
    }

    /** How one kind of list is read: by which day it is sorted, and how its rows are opened. */
    private record Kind<R>(
            Table<?, R> table,
            String column,
            Function<R, LocalDate> day,
            Function<R, String> id,
            UnaryOperator<List<R>> opened) {}

    private Kind<MeetingEntry> ofMeetings() {
        return new Kind<>(meetings, "held_on", MeetingEntry::heldOn, MeetingEntry::id, this::openedMeetings);
    }

    private Kind<DemandEntry> ofDemands() {
        return new Kind<>(demands, "raised_on", DemandEntry::raisedOn, DemandEntry::id, this::openedDemands);
    }

    private Kind<CommitmentEntry> ofCommitments() {
        return new Kind<>(
                commitments, "made_on", CommitmentEntry::madeOn, CommitmentEntry::id, this::openedCommitments);
    }

    private Kind<RecognitionEntry> ofRecognitions() {
        return new Kind<>(
                recognitions,
                "awarded_on",
                RecognitionEntry::awardedOn,
                RecognitionEntry::id,
                this::openedRecognitions);
    }

    public Page<MeetingEntry> meetings(String partnership, Asked asked) {
        return page(ofMeetings(), partnership, asked, MeetingTable.where(asked));
    }

    /** Those of these meetings that there are. */
    public List<MeetingEntry> meetings(String partnership, Collection<String> ids, Asked asked) {
        Where where = new Where().and("id IN (:ids)", "ids", ids);
        return moments.answer(
                asked,
                EngagementView.NAME,
                partnership,
                moment -> openedMeetings(meetings.list(partnership, moment, where, "id", ids.size())));
    }

    public Optional<One<MeetingEntry>> meeting(String partnership, String id, Asked asked) {
        return one(ofMeetings(), partnership, id, asked);
    }

    public Page<DemandEntry> demands(String partnership, Asked asked) {
        return page(ofDemands(), partnership, asked, DemandTable.where(asked));
    }

    public Optional<One<DemandEntry>> demand(String partnership, String id, Asked asked) {
        return one(ofDemands(), partnership, id, asked);
    }

    public Page<CommitmentEntry> commitments(String partnership, Asked asked) {
        return page(ofCommitments(), partnership, asked, CommitmentTable.where(asked));
    }

    public Optional<One<CommitmentEntry>> commitment(String partnership, String id, Asked asked) {
        return one(ofCommitments(), partnership, id, asked);
    }

    public Page<RecognitionEntry> recognitions(String partnership, Asked asked) {
        return page(ofRecognitions(), partnership, asked, RecognitionTable.where(asked));
    }

    public Optional<One<RecognitionEntry>> recognition(String partnership, String id, Asked asked) {
        return one(ofRecognitions(), partnership, id, asked);
    }

    private List<MeetingEntry> openedMeetings(List<MeetingEntry> rows) {
        PersonalText.Opened opened = texts.openAll(
                rows.stream().flatMap(row -> Stream.concat(row.participants().stream(), Stream.of(row.summary()))));
        return rows.stream()
                .map(row -> row.with(
                        row.participants().stream()
                                .map(opened::text)
                                .filter(Objects::nonNull)
                                .toList(),
                        opened.text(row.summary())))
                .toList();
    }

    private List<DemandEntry> openedDemands(List<DemandEntry> rows) {
        PersonalText.Opened opened = texts.openAll(rows.stream().flatMap(row -> Stream.of(row.text(), row.note())));
        return rows.stream()
                .map(row -> row.with(opened.text(row.text()), opened.text(row.note())))
                .toList();
    }

    private List<CommitmentEntry> openedCommitments(List<CommitmentEntry> rows) {
        PersonalText.Opened opened = texts.openAll(rows.stream().map(CommitmentEntry::text));
        return rows.stream().map(row -> row.with(opened.text(row.text()))).toList();
    }

    private List<RecognitionEntry> openedRecognitions(List<RecognitionEntry> rows) {
        PersonalText.Opened opened = texts.openAll(rows.stream().map(RecognitionEntry::basis));
        return rows.stream().map(row -> row.with(opened.text(row.basis()))).toList();
    }

    private <R> Page<R> page(Kind<R> kind, String partnership, Asked asked, Where where) {
        List<String> start = Cursor.read(asked.after(), EngagementLists.FIRST_DAY, "");
        where.and("(" + kind.column() + ", id) > (:afterDay, :afterId)", "afterId", start.getLast());
        where.set("afterDay", EngagementLists.day(start.getFirst()));
        return moments.answer(asked, EngagementView.NAME, partnership, moment -> {
            String order = kind.column() + ", id";
            List<R> found =
                    kind.opened().apply(kind.table().list(partnership, moment, where, order, asked.pageSize() + 1));
            return Page.of(
                    found,
                    asked,
                    moment,
                    last -> Cursor.of(kind.day().apply(last), kind.id().apply(last)));
        });
    }

    private <R> Optional<One<R>> one(Kind<R> kind, String partnership, String id, Asked asked) {
        Function<Moment, Optional<One<R>>> found = moment -> kind.table()
                .one(partnership, moment, id)
                .map(row -> One.of(kind.opened().apply(List.of(row)).getFirst(), moment));
        return moments.answer(asked, EngagementView.NAME, partnership, found);
    }
}
