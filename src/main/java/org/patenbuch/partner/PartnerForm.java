package org.patenbuch.partner;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person or program sends about a partner. */
public final class PartnerForm {
    private PartnerForm() {}

    public record Registration(
            @Nullable String id,
            @Size(max = 200) String name,
            PartnerEvent.Kind kind,
            List<PartnerEvent.PartnerRole> roles,
            LocalDate since,
            @Nullable String reason) {
        public PartnerCommand.RegisterPartner command(String partnership, String id) {
            return new PartnerCommand.RegisterPartner(
                    partnership, id, name, kind, roles.stream().distinct().toList(), since, reason);
        }
    }
}
