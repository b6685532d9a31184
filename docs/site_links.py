"""Makes a site of pages that are read in the repository too: a link that leaves docs/ becomes the path it leads to, for
the site has no such page, and a link to a heading is spelt as the repository's readers spell it."""
import posixpath
import re


LINK = re.compile(r"(?<!\!)\[([^\]]*)\]\(([^)\s]+)\)")


def slug(heading, separator):
    """The anchor of a heading as the repository's readers make it: lower case, without punctuation, a dash a space."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", separator)


def on_config(config):
    config["mdx_configs"].setdefault("toc", {})["slugify"] = slug
    return config


def on_page_markdown(markdown, page, config, files):
    folder = posixpath.dirname(page.file.src_uri)

    def link(found):
        text, address = found.groups()
        if "://" in address or address.startswith(("#", "mailto:")):
            return found.group(0)
        path = posixpath.normpath(posixpath.join("docs", folder, address.split("#")[0]))
        if path.startswith("docs/") and not path.endswith("/"):
            if files.get_file_from_path(path[len("docs/"):]):
                return found.group(0)
        return text if text.strip("`") == path else f"{text} (`{path}`)"

    return LINK.sub(link, markdown)
