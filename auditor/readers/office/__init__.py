"""What writers and editors work in: Word, OpenDocument, Markdown, messages, subtitles."""
