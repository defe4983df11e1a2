package fr.palabre.community.web;

import fr.palabre.community.People;
import fr.palabre.community.PersonId;
import fr.palabre.community.PersonSheet;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.api.Cursor;
import fr.palabre.platform.web.api.Paging;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people of the public, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/people")
@Requires(Permission.INBOX_READ)
@Tag(name = "People")
class PeopleApi {
  private final People people;
  private final PersonLines lines;

  PeopleApi(People people, PersonLines lines) {
    this.people = people;
    this.lines = lines;
  }

  @GetMapping
  @Operation(operationId = "listPeople", summary = "The people met, the latest met first")
  ResponseEntity<Slice<PersonLine>> list(Member me, @Valid Paging paging) {
    return paging.answer(lines.rows(me, paging), line -> Cursor.of(line.id()), line -> line);
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getPerson", summary = "What is known of a person")
  Person person(Member me, @PathVariable UUID id) {
    return Person.of(people.sheet(me.workspaceId(), new PersonId(id)), me.zone());
  }

  @PostMapping("/{id}/notes")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INBOX_REPLY)
  @Operation(operationId = "addPersonNote", summary = "Write about a person, for the team only")
  Person note(Member me, @PathVariable UUID id, @Valid @RequestBody NewNote note) {
    var sheet = people.sheet(me.workspaceId(), new PersonId(id));
    people.note(me, sheet.id(), note.text());
    return person(me, id);
  }

  @PostMapping("/{id}/profiles")
  @Requires(Permission.INBOX_REPLY)
  @Operation(operationId = "unitePeople", summary = "Say that another person is the same",
      description = "The other's profiles and notes join this one; the other is no more.")
  Person unite(Member me, @PathVariable UUID id, @Valid @RequestBody Same same) {
    people.unite(me, new PersonId(id), new PersonId(same.personId()));
    return person(me, id);
  }

  /** A person of the public. */
  @Schema(name = "Person")
  public record Person(
      @Schema(example = "019ab0de-0000-7000-8000-000000000051") UUID id,
      @Schema(example = "Awa Fictive") String name,
      @Schema(example = "2026-11-20T09:31:00+01:00") OffsetDateTime firstSeenAt,
      List<Profile> profiles,
      List<Note> notes) {

    static Person of(PersonSheet s, ZoneId zone) {
      return new Person(s.id().value(), s.name(), s.firstSeenAt().atZone(zone).toOffsetDateTime(),
          s.profiles().stream().map(p -> new Profile(p.network().value(), p.remoteId(),
              p.handle(), p.displayName())).toList(),
          s.notes().stream().map(n -> new Note(n.id(), n.text(), n.byName(),
              n.at().atZone(zone).toOffsetDateTime())).toList());
    }
  }

  /** Who they are on one network. */
  @Schema(name = "PersonProfile")
  public record Profile(
      @Schema(example = "reseau") String network,
      @Schema(example = "awa") String remoteId,
      @Schema(example = "awa") String handle,
      @Schema(example = "Awa Fictive") String displayName) {}

  /** What a member wrote about them. */
  @Schema(name = "PersonNote")
  public record Note(
      @Schema(example = "019ab0de-0000-7000-8000-000000000054") UUID id,
      @Schema(example = "Allergique au gluten.") String text,
      @Schema(example = "Camille Exemple") String byName,
      @Schema(example = "2026-11-23T09:00:00+01:00") OffsetDateTime at) {}

  /** What to write. */
  @Schema(name = "NewPersonNote")
  public record NewNote(
      @Schema(example = "Allergique au gluten.") @NotBlank @Size(max = 4000) String text) {}

  /** Who is the same person. */
  @Schema(name = "SamePerson")
  public record Same(
      @Schema(example = "019ab0de-0000-7000-8000-000000000055") @NotNull UUID personId) {}
}
