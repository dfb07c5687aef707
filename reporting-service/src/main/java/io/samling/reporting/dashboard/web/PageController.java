package io.samling.reporting.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page, with its figures in it: a script keeps them fresh, and none is needed to read them. */
@Controller
class PageController {

    private static final String LANGUAGE = "language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Pages pages;

    PageController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            @RequestParam Map<String, String> sent,
            @CookieValue(name = LANGUAGE, required = false) @Nullable String remembered,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String accepted,
            HttpServletResponse response) {
        var language = Language.of(sent.get(LANGUAGE), remembered, accepted);
        if (sent.containsKey(LANGUAGE)) {
            response.addHeader(HttpHeaders.SET_COOKIE, remember(language));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        var page = pages.page(sent, language);
        page.retryAfter()
                .ifPresent(
                        seconds ->
                                response.setHeader(
                                        HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        var answer = new ModelAndView("dashboard", Map.of("page", page.view()));
        answer.setStatus(page.status());
        return answer;
    }

    private static String remember(Language language) {
        return ResponseCookie.from(LANGUAGE, language.code())
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
