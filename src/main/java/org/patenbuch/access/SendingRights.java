package org.patenbuch.access;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.Command;
import org.patenbuch.eventstore.MaySend;
import org.patenbuch.eventstore.Origin;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.springframework.stereotype.Component;

/** Holds every command against {@link Permissions}, whichever way it came. */
@Component
class SendingRights implements MaySend {
    /** The first role of the table that may send it, so that the journal names the role that gave the right. */
    @Override
    public Role as(Who who, Command command, Origin origin) {
        String name = origin.isImport() ? "RunImport" : command.getClass().getSimpleName();
        Stream<Role> roles = who.roles().stream().sorted(Comparator.naturalOrder());
        return roles.filter(role -> Permissions.maySend(EnumSet.of(role), name))
                .filter(role -> role != Role.SPONSOR || isOwn(who.sponsorId(), command))
                .findFirst()
                .orElseThrow(() -> new Forbidden(name));
    }

    /** A command that does not say whose hours it is about is not about one's own. */
    private static boolean isOwn(@Nullable String sponsorId, Command command) {
        if (sponsorId == null || !command.getClass().isRecord()) return false;
        return Stream.of(command.getClass().getRecordComponents())
                .filter(component -> component.getName().equals("sponsorId"))
                .anyMatch(component -> sponsorId.equals(value(component, command)));
    }

    private static Object value(RecordComponent component, Command command) {
        try {
            return component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("Accessors of a command record are public", hidden);
        }
    }
}
