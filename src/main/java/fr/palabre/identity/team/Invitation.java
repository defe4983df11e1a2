package fr.palabre.identity.team;

import fr.palabre.identity.Role;
import fr.palabre.identity.WorkspaceId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a link invites to, while it holds. */
public record Invitation(WorkspaceId workspace, UUID id, String brand, String slug, Locale locale,
    @Nullable String email, Role role, String inviter) {}
