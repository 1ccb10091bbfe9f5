[assembly: Plugin("hook_author", "hook_module")]
