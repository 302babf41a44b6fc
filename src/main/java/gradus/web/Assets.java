package gradus.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files that the browser loads: {@code static/} and the libraries of the WebJars, compressed once and kept in memory.
 *
 * <p>{@link #url} carries a hash of the content, so the browser may keep the file for good; without it, it asks each time
 * whether its copy is the current one. Fonts never change under their name.
 */
public final class Assets {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");
    /** What a module of ours says of another that it imports, before and after that was given its address. */
    private static final Pattern IMPORT =
            Pattern.compile("((?:\\bfrom|^import)\\s+)'\\./([a-z-]+\\.js)(?:\\?v=[^']*)?'", Pattern.MULTILINE);

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "json", "application/json",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2");

    /** A library's name in our addresses, its WebJar, and the folder in it with a slash before, or none. */
    private record Library(String name, String jar, String folder) {
        String location(ClassLoader loader) {
            String note = "META-INF/maven/org.webjars.npm/" + jar + "/pom.properties";
            try (InputStream stream = loader.getResourceAsStream(note)) {
                if (stream == null) {
                    throw new IllegalStateException("no WebJar " + jar);
                }
                Properties properties = new Properties();
                properties.load(stream);
                return "META-INF/resources/webjars/" + jar + "/" + properties.getProperty("version") + folder;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private record Asset(byte[] plain, byte @Nullable [] gzip, String type, String tag) {}

    private final ClassLoader loader = Assets.class.getClassLoader();
    private final Map<String, String> libraries = new ConcurrentHashMap<>();
    private final Map<String, Asset> kept = new ConcurrentHashMap<>();
    private final Map<String, Boolean> there = new ConcurrentHashMap<>();
    private final Map<String, List<String>> imports = new ConcurrentHashMap<>();
    private final boolean dev;

    Assets(boolean dev) {
        this.dev = dev;
        for (Library library : new Library[] {
            new Library("katex", "katex", "/dist"),
            new Library("pico", "picocss__pico", "/css"),
            new Library("codemirror", "codemirror", "")
        }) {
            libraries.put(library.name(), library.location(loader));
        }
    }

    /** The address of {@code base.css}, {@code katex/katex.min.js} and the like. */
    public String url(String name) {
        Asset asset = find(name);
        if (asset == null) {
            throw new IllegalArgumentException("no file static/" + name);
        }
        return "/static/" + name + "?v=" + asset.tag();
    }

    /** The addresses of the modules that a script imports, directly or through others, so that a page can name them at once. */
    public List<String> modules(String name) {
        return dev ? addressesOfImports(name) : imports.computeIfAbsent(name, this::addressesOfImports);
    }

    private List<String> addressesOfImports(String name) {
        return imported(name, new LinkedHashSet<>()).stream().map(this::url).toList();
    }

    private Set<String> imported(String name, Set<String> known) {
        Asset asset = find(name);
        Matcher modules = IMPORT.matcher(asset == null ? "" : new String(asset.plain(), StandardCharsets.UTF_8));
        while (modules.find()) {
            if (known.add(modules.group(2))) {
                imported(modules.group(2), known);
            }
        }
        return known;
    }

    /** Whether there is such a file; asked for the names of features only, so the answers can be kept. */
    public boolean has(String name) {
        return dev ? find(name) != null : there.computeIfAbsent(name, asked -> find(asked) != null);
    }

    /** {@code GET /static/<name>}. */
    void show(Context context) {
        Asset asset = find(context.pathParam("name"));
        if (asset == null) {
            throw Refusal.notFound();
        }
        String tag = '"' + asset.tag() + '"';
        boolean font = asset.type().equals("font/woff2");
        boolean forGood = !dev && (font || asset.tag().equals(context.queryParam("v")));
        context.header("Cache-Control", forGood ? "public, max-age=31536000, immutable" : "public, no-cache")
                .header("ETag", tag)
                .header("Vary", "Accept-Encoding")
                .disableCompression();
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        context.contentType(asset.type());
        String accepted = context.header("Accept-Encoding");
        if (asset.gzip() != null && accepted != null && accepted.contains("gzip")) {
            context.header("Content-Encoding", "gzip").result(asset.gzip());
        } else {
            context.result(asset.plain());
        }
    }

    private @Nullable Asset find(String name) {
        Asset asset = dev ? null : kept.get(name);
        if (asset == null) {
            byte[] content = read(name);
            if (content != null) {
                asset = asset(name, content);
                kept.put(name, asset);
            }
        }
        return asset;
    }

    private byte @Nullable [] read(String name) {
        if (name.length() > 200 || !NAME.matcher(name).matches() || !TYPES.containsKey(ending(name))) {
            return null;
        }
        int slash = name.indexOf('/');
        String library = slash < 0 ? null : libraries.get(name.substring(0, slash));
        try {
            if (library != null) {
                return resource(library + name.substring(slash));
            }
            Path file = Path.of("static", name);
            return dev && Files.isRegularFile(file) ? Files.readAllBytes(file) : resource("static/" + name);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private byte @Nullable [] resource(String path) throws IOException {
        try (InputStream stream = loader.getResourceAsStream(path)) {
            return stream == null ? null : stream.readAllBytes();
        }
    }

    private Asset asset(String name, byte[] source) {
        byte[] content = ending(name).equals("js") && !name.contains("/") ? withAddresses(source) : source;
        String type = TYPES.getOrDefault(ending(name), "application/octet-stream");
        byte[] gzip = ending(name).equals("woff2") || ending(name).equals("png") ? null : compressed(content);
        String tag =
                Secret.hash(new String(content, StandardCharsets.ISO_8859_1)).substring(0, 12);
        return new Asset(content, gzip, type, tag);
    }

    /** A script whose imports say which content they mean, so that the browser keeps them for good as well. */
    private byte[] withAddresses(byte[] source) {
        return IMPORT.matcher(new String(source, StandardCharsets.UTF_8))
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "'." + url(found.group(2)).substring("/static".length()) + "'"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes) {
            {
                def.setLevel(9);
            }
        }) {
            stream.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
