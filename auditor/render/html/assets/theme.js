// Light or dark: the system's choice until the reader makes one.
const root = document.documentElement;
const themeButton = $("#theme");
const darkSystem = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : darkSystem.matches);
const nameTheme = () => { themeButton.textContent = isDark() ? "Light" : "Dark"; };
const storedTheme = recall("theme");
if (storedTheme === "dark" || storedTheme === "light") root.dataset.theme = storedTheme;
themeButton.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  remember("theme", root.dataset.theme);
  nameTheme();
});
darkSystem.addEventListener("change", nameTheme);
nameTheme();
