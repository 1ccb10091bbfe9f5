namespace Hooklatch.Cli.Commands;

/// <summary>Scripts that ask the tool itself: <c>hooklatch "[suggest:N]" "the whole line"</c>.</summary>
internal static class CompletionScript
{
    /// <summary>The scripts by shell.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["bash"] = """
                # hooklatch: source <(hooklatch completion bash)
                _hooklatch() {
                    local IFS=$'\n'
                    COMPREPLY=($(hooklatch "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
                }
                complete -o default -F _hooklatch hooklatch

                """,
            ["zsh"] = """
                #compdef hooklatch
                # hooklatch: source <(hooklatch completion zsh)
                _hooklatch() {
                    local -a found
                    found=("${(@f)$(hooklatch "[suggest:$(( ${#LBUFFER} ))]" "${LBUFFER}" 2>/dev/null)}")
                    if [[ -n "${found[1]}" ]]; then
                        compadd -a found
                    else
                        _files
                    fi
                }
                compdef _hooklatch hooklatch

                """,
            ["fish"] = """
                # hooklatch: hooklatch completion fish | source
                function __hooklatch
                    set -l line (commandline -cp)
                    hooklatch "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
                end
                complete -c hooklatch -a '(__hooklatch)'

                """,
            ["powershell"] = """
                # hooklatch: hooklatch completion powershell | Out-String | Invoke-Expression
                Register-ArgumentCompleter -Native -CommandName hooklatch -ScriptBlock {
                    param($word, $ast, $position)
                    $line = $ast.ToString()
                    if ($position -gt $line.Length) { $line = $line.PadRight($position) }
                    hooklatch "[suggest:$position]" "$line" 2>$null | ForEach-Object {
                        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                    }
                }

                """,
        };
}
