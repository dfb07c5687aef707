package io.samling.reporting.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium of this machine, without a window, with a profile of its own. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether there are a browser and its driver on this machine. */
    static boolean isThere() {
        return chromium().isPresent() && chromedriver().isPresent();
    }

    /** Starts one; the profile folder must be new. */
    static Browser start(Path profile, String language, boolean dark) {
        var options = new ChromeOptions();
        options.setBinary(chromium().orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=" + language,
                "--accept-lang=" + language,
                "--user-data-dir=" + profile.toAbsolutePath());
        if (dark) {
            options.addArguments("--blink-settings=preferredColorScheme=0");
        }
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver().orElseThrow().toFile())
                        .usingAnyFreePort()
                        .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return new Browser(driver);
    }

    void open(String address, int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        complaints(); // those of the page before are none of this one
        driver.get(address);
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return find(css).getText();
    }

    /** What a screen reader calls it; empty where it has no name. */
    static String name(WebElement element) {
        return Objects.requireNonNullElse(element.getAccessibleName(), "");
    }

    void run(String script, Object... arguments) {
        driver.executeScript(script, arguments);
    }

    /** What a script returns, which is not nothing. */
    Object ask(String script) {
        return Objects.requireNonNull(driver.executeScript("return " + script), script);
    }

    /** Waits until something holds. */
    void until(String what, BooleanSupplier holds) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(what)
                .ignoring(WebDriverException.class)
                .until(_ -> holds.getAsBoolean());
    }

    /** What axe finds against WCAG and good practice, each with the elements. */
    List<String> faults() {
        driver.executeScript(axe());
        var found =
                driver.executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "const isSeen = r => r.passes.some(p => p.id === 'color-contrast');"
                                + "axe.run().then(r => done(!isSeen(r) ? ['no contrast measured']"
                                + " : r.violations.map(v => v.id + ': '"
                                + " + v.nodes.map(n => n.target + ' ' + n.failureSummary)))"
                                + ", fault => done([String(fault)]))");
        return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
            var bytes = Objects.requireNonNull(script, "axe.min.js").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the page complained about, such as something that its policy forbade. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Keeps a picture of the whole page, for people. */
    void picture(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            long height = (Long) ask("document.documentElement.scrollHeight");
            var size = driver.manage().window().getSize();
            driver.manage().window().setSize(new Dimension(size.width, (int) height + 150));
            Files.write(
                    SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
            driver.manage().window().setSize(size);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    ChromeDriver driver() {
        return driver;
    }

    private static Optional<Path> chromium() {
        return onPath("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<Path> chromedriver() {
        return onPath("chromedriver");
    }

    private static Optional<Path> onPath(String... names) {
        List<Path> candidates = new ArrayList<>();
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (var name : names) {
            Stream.of(path.split(":", -1)).forEach(in -> candidates.add(Path.of(in, name)));
        }
        return candidates.stream().filter(Files::isExecutable).findFirst();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
