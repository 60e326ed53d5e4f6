-- Opens the story that ARGV names in Neovim with the language server beside it, takes its first fix and saves.
local python, story, out = vim.env.AUDITOR_PYTHON, vim.env.AUDITOR_STORY, vim.env.AUDITOR_OUT
local told = { before = {}, titles = {}, explained = "" }

vim.lsp.handlers["window/showMessage"] = function(_, result) told.explained = result.message end

vim.cmd("edit " .. vim.fn.fnameescape(story))
local client = vim.lsp.start_client({
  name = "auditor",
  cmd = { python, "-m", "auditor", "lsp", "--no-languagetool", "--no-reader", "--no-server" },
  root_dir = vim.fn.fnamemodify(story, ":h"),
})
vim.lsp.buf_attach_client(0, client)

local function shown() return vim.diagnostic.get(0) end
vim.wait(60000, function() return #shown() > 0 end, 50)
for _, each in ipairs(shown()) do
  table.insert(told.before, { line = each.lnum, column = each.col, severity = each.severity, code = each.code })
end

vim.fn.cursor(shown()[1].lnum + 1, shown()[1].col + 1)
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0) }
local function ask(method, given)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, given, 30000) or {}) do return answer.result end
end

for _, action in ipairs(ask("textDocument/codeAction", params) or {}) do
  table.insert(told.titles, action.title)
  if vim.startswith(action.title, "Explain") then ask("workspace/executeCommand", action.command) end
end
for _, action in ipairs(ask("textDocument/codeAction", params) or {}) do
  if action.isPreferred then
    vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
    break
  end
end
vim.cmd("write")
vim.wait(30000, function() return #shown() == 0 end, 50)
told.after = #shown()
vim.fn.writefile({ vim.fn.json_encode(told) }, out)
vim.lsp.stop_client(client)
vim.cmd("qall!")
