package fr.palabre.publishing.evergreen.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.publishing.evergreen.EvergreenId;
import fr.palabre.publishing.evergreen.EvergreenQueues;
import fr.palabre.publishing.slot.WeekSlot;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with evergreen queues: their names, hours, spacing and pause. */
@Controller
@RequestMapping("/{brand}/intemporels")
@Requires(Permission.PUBLISH)
class EvergreenPosts {
  private final EvergreenQueues queues;
  private final Telling telling;

  EvergreenPosts(EvergreenQueues queues, Telling telling) {
    this.queues = queues;
    this.telling = telling;
  }

  @PostMapping
  String create(Member me, @RequestParam MultiValueMap<String, String> fields,
      HttpServletRequest request, HttpServletResponse response) {
    var form = new EvergreenForm(fields);
    var spacing = form.spacing();
    if (form.name().isEmpty()) return telling.failed("evergreen.noName", "", request, response);
    if (spacing.isEmpty()) return telling.failed("evergreen.noSpacing", "", request, response);
    return queues.create(me, form.name(), spacing.get())
        .map(q -> telling.done("evergreen.created", "/" + q.id(), request, response))
        .orElseGet(() -> telling.failed("evergreen.sameName", "", request, response));
  }

  @PostMapping("/{id}")
  String change(Member me, @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response) {
    var form = new EvergreenForm(fields);
    var spacing = form.spacing();
    if (form.name().isEmpty())
      return telling.failed("evergreen.noName", "/" + id, request, response);
    if (spacing.isEmpty())
      return telling.failed("evergreen.noSpacing", "/" + id, request, response);
    return queues.change(me, new EvergreenId(id), form.name(), spacing.get())
        ? telling.done("evergreen.changed", "/" + id, request, response)
        : telling.failed("evergreen.sameName", "/" + id, request, response);
  }

  @PostMapping("/{id}/suppression")
  String delete(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    queues.delete(me, new EvergreenId(id));
    return telling.done("evergreen.deleted", "", request, response);
  }

  @PostMapping("/{id}/horaires")
  String add(Member me, @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request,
      HttpServletResponse response) {
    var slots = new EvergreenForm(fields).slots();
    if (slots.isEmpty()) return telling.failed("evergreen.noDay", "/" + id, request, response);
    queues.add(me, new EvergreenId(id), slots);
    return telling.done("evergreen.hours.added", "/" + id, request, response);
  }

  @PostMapping("/{id}/horaires/retraits")
  String remove(Member me, @PathVariable UUID id, @RequestParam("jour") int day,
      @RequestParam("heure") LocalTime at, HttpServletRequest request,
      HttpServletResponse response) {
    queues.remove(me, new EvergreenId(id), new WeekSlot(DayOfWeek.of(Math.clamp(day, 1, 7)), at));
    return telling.done("evergreen.hours.removed", "/" + id, request, response);
  }

  @PostMapping("/{id}/pause")
  String pause(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    queues.pause(me, new EvergreenId(id));
    return telling.done("evergreen.pause.done", "/" + id, request, response);
  }

  @PostMapping("/{id}/reprise")
  String resume(Member me, @PathVariable UUID id, HttpServletRequest request,
      HttpServletResponse response) {
    queues.resume(me, new EvergreenId(id));
    return telling.done("evergreen.resume.done", "/" + id, request, response);
  }
}
