package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentDates;
import fr.palabre.editorial.ContentId;
import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Pages;
import fr.palabre.platform.web.Toasts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The calendar: what goes out when, and moving it. */
@Controller
@RequestMapping("/{brand}/calendrier")
@Requires(Permission.CONTENT_READ)
class CalendarPages {
  private final CalendarViews views;
  private final ContentDates dates;
  private final MovedToast moved;
  private final Pages pages;
  private final Toasts toasts;

  CalendarPages(CalendarViews views, ContentDates dates, MovedToast moved, Pages pages,
      Toasts toasts) {
    this.views = views;
    this.dates = dates;
    this.moved = moved;
    this.pages = pages;
    this.toasts = toasts;
  }

  @GetMapping
  String show(Member me, CalendarQuery query, HttpServletRequest request, Model model) {
    model.addAttribute("calendar", views.view(me, query, pages.of(request)));
    return "calendar/page";
  }

  /** A content dropped on a day keeps its hour; on another part of the day, takes that part's. */
  @PostMapping("/dates")
  @Requires(Permission.CONTENT_WRITE)
  String move(Member me, CalendarQuery query, @RequestParam UUID contenu,
      @RequestParam String jour, HttpServletRequest request, HttpServletResponse response,
      Model model) {
    var page = pages.of(request);
    var id = new ContentId(contenu);
    try {
      toasts.tell(request, response, moved.of(me, dates.move(me, id, jour), id, query, page));
    } catch (NoSuchElementException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (!page.fragment()) return "redirect:" + page.to("calendrier") + "?" + query.text();
    model.addAttribute("calendar", views.view(me, query, page));
    return "calendar/board";
  }
}
