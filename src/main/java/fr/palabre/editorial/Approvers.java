package fr.palabre.editorial;

import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Role;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who may validate what. Nobody validates a content they had a hand in, unless nobody else can. */
@Component
public class Approvers {
  private final VersionStore versions;
  private final Colleagues colleagues;

  Approvers(VersionStore versions, Colleagues colleagues) {
    this.versions = versions;
    this.colleagues = colleagues;
  }

  Standing standing(Member me, Content content) {
    if (!me.may(Permission.CONTENT_APPROVE)) return Standing.NOT_ALLOWED;
    if (!hasHandIn(me, content)) return Standing.MAY;
    return isAlone(me) ? Standing.MAY_ALONE : Standing.OWN_CONTENT;
  }

  private boolean hasHandIn(Member me, Content content) {
    if (me.user().equals(content.createdBy()) || me.user().equals(content.submittedBy()))
      return true;
    var since = Objects.requireNonNullElse(content.approvedVersion(), 0);
    return versions.authorsSince(content.workspace(), content.id(), since).contains(me.user());
  }

  boolean isAlone(Member me) {
    return me.workspace().ownerApproves()
        && me.role() == Role.ADMINISTRATOR
        && me.may(Permission.CONTENT_APPROVE)
        && !colleagues.anotherMay(me.workspaceId(), me.user(), Permission.CONTENT_APPROVE);
  }

  public enum Standing {
    MAY,
    /** Has a hand in it, but is alone to validate and the brand lets them. */
    MAY_ALONE,
    /** Has a hand in it: somebody else must. */
    OWN_CONTENT,
    NOT_ALLOWED
  }
}
